package city.plaza.portal.twostep;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's second factors of the visitor. */
@HttpExchange
interface SecondFactors {

	@GetExchange("/api/v1/me/second-factor")
	Mono<Factors> read();

	@PostExchange("/api/v1/me/second-factor/authenticator")
	Mono<Setup> beginAuthenticator();

	@PostExchange("/api/v1/me/second-factor/authenticator/confirmation")
	Mono<Codes> confirmAuthenticator(@RequestBody Code code);

	@DeleteExchange("/api/v1/me/second-factor/authenticator")
	Mono<Void> removeAuthenticator();

	@PostExchange("/api/v1/me/second-factor/recovery-codes")
	Mono<Codes> renewRecoveryCodes();

	@PostExchange("/api/v1/me/second-factor/passkeys/options")
	Mono<Map<String, Object>> beginPasskey();

	@PostExchange("/api/v1/me/second-factor/passkeys")
	Mono<Codes> addPasskey(@RequestBody NewPasskey passkey);

	@DeleteExchange("/api/v1/me/second-factor/passkeys/{id}")
	Mono<Void> removePasskey(@PathVariable UUID id);

	/**
	 * All of the account.
	 *
	 * @param required whether it has to have one
	 * @param authenticatorAddedAt null where there is no app
	 */
	record Factors(boolean required, @Nullable Instant authenticatorAddedAt, List<Passkey> passkeys,
			int recoveryCodesLeft, boolean proved) {

		/** Whether one more can be removed. */
		public boolean removable() {
			return !this.required || count() > 1;
		}

		public int count() {
			return ((this.authenticatorAddedAt != null) ? 1 : 0) + this.passkeys.size();
		}

	}

	/**
	 * A passkey.
	 *
	 * @param lastUsedAt null before the first time
	 */
	record Passkey(UUID id, String name, Instant addedAt, @Nullable Instant lastUsedAt) {
	}

	record NewPasskey(@Nullable String name, Map<String, Object> credential) {
	}

	record Setup(String key, String uri) {
	}

	record Code(String code) {
	}

	record Codes(List<String> recoveryCodes) {
	}

}
