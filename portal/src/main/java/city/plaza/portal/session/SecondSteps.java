package city.plaza.portal.session;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's second steps of sign-ins. */
@HttpExchange("/internal/v1/browser-sessions/second-factor")
interface SecondSteps {

	@PostExchange
	Mono<Completed> complete(@RequestBody Proof proof);

	@PostExchange("/authenticator")
	Mono<Setup> beginAuthenticator(@RequestBody Begun begun);

	@PostExchange("/passkeys/options")
	Mono<Map<String, Object>> beginNewPasskey(@RequestBody Begun begun);

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Proof(String pendingToken, @Nullable String totpCode, @Nullable String recoveryCode,
			@Nullable Map<String, Object> passkey, @Nullable NewPasskey newPasskey, boolean rememberDevice,
			@Nullable String deviceToken) {

		static Proof ofCode(String pendingToken, String totpCode, @Nullable String deviceToken) {
			return new Proof(pendingToken, totpCode, null, null, null, false, deviceToken);
		}

		static Proof ofPasskey(String pendingToken, Map<String, Object> passkey, @Nullable String deviceToken) {
			return new Proof(pendingToken, null, null, passkey, null, false, deviceToken);
		}

		static Proof ofNewPasskey(String pendingToken, NewPasskey newPasskey, @Nullable String deviceToken) {
			return new Proof(pendingToken, null, null, null, newPasskey, false, deviceToken);
		}

	}

	record NewPasskey(@Nullable String name, Map<String, Object> credential) {
	}

	record Begun(String pendingToken) {
	}

	record Setup(String key, String uri) {
	}

	record Completed(String sessionToken, @Nullable String deviceToken, List<String> recoveryCodes) {
	}

}
