package city.plaza.portal.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** identity-service's residents. */
@HttpExchange
interface Residents {

	@GetExchange("/api/v1/me")
	Mono<Resident> me();

	record Resident(String email, String givenName, String familyName, @Nullable Instant lastSignInAt) {

		public String name() {
			return this.givenName + " " + this.familyName;
		}

	}

}
