package city.plaza.platform.openapi;

import java.util.List;
import java.util.UUID;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.AccessRules;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with one good operation and three that do not keep their description. */
@SpringBootApplication
class OrdersApplication {

	private static final Problem SOLD_OUT = Problem.of(HttpStatus.CONFLICT, "sold-out", "There is nothing left.");

	private static final Problem CLOSED = Problem.of(HttpStatus.CONFLICT, "shop-closed", "Come back tomorrow.");

	@Bean
	AccessRules accessRules() {
		return (access) -> access.pathMatchers("/api/v1/orders")
			.authenticated()
			.pathMatchers("/api/v1/orders/*/refund")
			.hasRole("finance")
			.pathMatchers("/api/v1/**")
			.permitAll();
	}

	static class OrderProblems implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(SOLD_OUT);
		}

	}

	record OrderRequest(@NotBlank(message = "Enter what to order.") String item, @Nullable String note) {
	}

	record OrderView(UUID id, @Nullable String note) {
	}

	@RestController
	static class OrdersController {

		@PostMapping("/api/v1/orders")
		@Operation(operationId = "order", summary = "Order")
		@Problems(OrderProblems.class)
		Mono<OrderView> order(Caller caller, @Valid @RequestBody OrderRequest request) {
			return "all".equals(request.item()) ? Mono.error(SOLD_OUT::asException)
					: Mono.just(new OrderView(caller.id(), request.note()));
		}

		@PostMapping("/api/v1/orders/{id}/refund")
		@Operation(operationId = "refund", summary = "Refund")
		Mono<OrderView> refund(@PathVariable UUID id) {
			return Mono.just(new OrderView(id, null));
		}

		@GetMapping("/api/v1/other-code")
		@Operation(operationId = "otherCode", summary = "Another code than described")
		@SecurityRequirements
		@Problems(OrderProblems.class)
		Mono<OrderView> otherCode() {
			return Mono.error(CLOSED::asException);
		}

		@GetMapping("/api/v1/other-status")
		@Operation(operationId = "otherStatus", summary = "Another status than described")
		@SecurityRequirements
		Mono<OrderView> otherStatus() {
			return Mono.error(SOLD_OUT::asException);
		}

		@GetMapping("/api/v1/other-body")
		@Operation(operationId = "otherBody", summary = "Null where none is described")
		@SecurityRequirements
		@SuppressWarnings("NullAway")
		Mono<OrderView> otherBody() {
			return Mono.just(new OrderView(null, null));
		}

	}

}
