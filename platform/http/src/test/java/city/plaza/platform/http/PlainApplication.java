package city.plaza.platform.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@SpringBootApplication(proxyBeanMethods = false)
class PlainApplication {

	record Line(@Nullable String text) {
	}

	record Letter(@Nullable String from, @Nullable List<Line> lines, @Nullable Map<String, Object> extra) {
	}

	@Bean
	AtomicInteger hiddenSeen() {
		return new AtomicInteger();
	}

	@RestController
	static class Letters {

		private final AtomicInteger hiddenSeen;

		Letters(AtomicInteger hiddenSeen) {
			this.hiddenSeen = hiddenSeen;
		}

		@RequestMapping("/hidden")
		Mono<String> hidden() {
			return Mono.just("seen " + this.hiddenSeen.incrementAndGet());
		}

		@GetMapping("/slow")
		Mono<String> slow() {
			return Mono.delay(Duration.ofMillis(100)).thenReturn("slow");
		}

		@PostMapping("/letters")
		Mono<Letter> letter(@RequestBody Letter letter) {
			return Mono.just(letter);
		}

		@PostMapping("/signed")
		Mono<Integer> signed(@RequestBody byte[] body) {
			return Mono.just(body.length);
		}

		@GetMapping("/letters/{id}")
		Mono<String> one(@PathVariable String id, @RequestParam(defaultValue = "") String part) {
			return Mono.just(id + part);
		}

		@PostMapping("/forms")
		Mono<Map<String, String>> form(ServerWebExchange exchange) {
			return exchange.getFormData().map((form) -> form.toSingleValueMap());
		}

	}

}
