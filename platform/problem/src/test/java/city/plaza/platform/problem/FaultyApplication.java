package city.plaza.platform.problem;

import java.net.ConnectException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@SpringBootApplication(proxyBeanMethods = false)
class FaultyApplication {

	record Amount(@Positive long amount) {
	}

	record Order(@NotBlank String name, @Size(max = 3) @Nullable String code, @Valid @Nullable Amount money) {
	}

	@RestController
	static class Faults {

		@PostMapping("/orders")
		Mono<Order> order(@Valid @RequestBody Order order) {
			return Mono.just(order);
		}

		@PostMapping("/anything")
		Mono<Map<String, Object>> anything(@RequestBody Map<String, Object> body) {
			return Mono.just(body);
		}

		@GetMapping("/orders/{id}")
		Mono<String> one(@PathVariable UUID id, @RequestParam LocalDate asOf) {
			return Mono.just(id + " " + asOf);
		}

		@GetMapping("/pages")
		Mono<String> page(@RequestParam @Max(100) int limit) {
			return Mono.just("page of " + limit);
		}

		@GetMapping("/headers")
		Mono<String> header(@RequestHeader("X-Needed") String needed) {
			return Mono.just(needed);
		}

		@GetMapping("/faults/{kind}")
		Mono<String> fault(@PathVariable String kind) {
			return Mono.error(switch (kind) {
				case "problem" -> Problem.of(HttpStatus.CONFLICT, "already-linked", "It is linked already.")
					.field("number")
					.asException();
				case "wrapped" -> new IllegalStateException(Problem.notFound().asException());
				case "later" -> Problem.of(HttpStatus.TOO_MANY_REQUESTS, "resend-too-soon", "Please wait.")
					.retryAfter(Duration.ofMillis(59_001))
					.asException();
				case "outage" -> new IllegalStateException("db", new ConnectException("10.0.0.7:5432 refused"));
				case "slow" -> new TimeoutException("no answer");
				case "gateway-timeout" -> new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT);
				case "status" -> new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "SELECT secret");
				default -> new IllegalArgumentException("SELECT secret FROM residents");
			});
		}

	}

}
