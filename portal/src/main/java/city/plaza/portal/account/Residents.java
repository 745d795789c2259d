package city.plaza.portal.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** identity-service's residents. */
@HttpExchange
public interface Residents {

	/** The visitor. */
	@GetExchange("/api/v1/me")
	Mono<Resident> me();

	/**
	 * A resident.
	 *
	 * @param email to sign in with
	 * @param givenName first name
	 * @param familyName last name
	 * @param lastSignInAt before this session; null at the first
	 */
	record Resident(String email, String givenName, String familyName, @Nullable Instant lastSignInAt) {

		public String name() {
			return this.givenName + " " + this.familyName;
		}

	}

}
