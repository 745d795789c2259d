package city.plaza.portal.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's registrations. */
@HttpExchange
interface Registrations {

	@PostExchange("/api/v1/registrations")
	Mono<Started> start(@RequestBody Registration registration);

	@PostExchange("/internal/v1/registrations/{id}/browser-confirmation")
	Mono<Confirmed> confirm(@PathVariable String id, @RequestBody Code code);

	@PostExchange("/api/v1/registrations/{id}/codes")
	Mono<Void> sendAnother(@PathVariable String id);

	record Registration(@Nullable String email, @Nullable String password, @Nullable String givenName,
			@Nullable String familyName) {
	}

	record Started(String id) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Code(@Nullable String code, @Nullable String deviceToken) {
	}

	record Confirmed(String sessionToken, @Nullable String deviceToken) {
	}

}
