package city.plaza.portal.leave;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the services have of the visitor, as it is: a copy of it shows all that the API
 * does.
 */
final class OwnData {

	private OwnData() {
	}

	/** identity-service's. */
	@HttpExchange
	interface OfIdentity {

		@GetExchange("/api/v1/me")
		Mono<JsonNode> me();

		@GetExchange("/api/v1/me/sessions")
		Mono<JsonNode> signIns();

		@GetExchange("/api/v1/me/registration")
		Mono<JsonNode> registration();

		@GetExchange("/api/v1/me/sign-in-methods")
		Mono<JsonNode> methods();

		@GetExchange("/api/v1/me/second-factor")
		Mono<JsonNode> secondFactor();

		/** Notes that a copy is taken, and adds what nothing else shows. */
		@PostExchange("/api/v1/me/data-copies")
		Mono<JsonNode> copy();

	}

	/** account-link-service's. */
	@HttpExchange
	interface OfLinks {

		@GetExchange("/api/v1/customer-links")
		Mono<JsonNode> links();

	}

	/** billing-service's. */
	@HttpExchange
	interface OfBilling {

		@GetExchange("/api/v1/payments")
		Mono<JsonNode> payments(@RequestParam(required = false) @Nullable String cursor);

	}

	/** notification-service's. */
	@HttpExchange
	interface OfNotices {

		@GetExchange("/api/v1/notices")
		Mono<JsonNode> notices(@RequestParam(required = false) @Nullable String cursor);

	}

}
