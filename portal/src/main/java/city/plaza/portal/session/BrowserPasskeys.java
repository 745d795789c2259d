package city.plaza.portal.session;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's sign-ins with passkeys. */
@HttpExchange("/internal/v1/browser-sessions")
interface BrowserPasskeys {

	@PostExchange("/passkey/options")
	Mono<Begun> begin();

	@PostExchange("/passkey")
	Mono<SecondSteps.Completed> signIn(@RequestBody Signed signed);

	@PostExchange("/second-factor/passkey/options")
	Mono<Map<String, Object>> beginSecondStep(@RequestBody SecondSteps.Begun begun);

	record Begun(String handle, Map<String, Object> options) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Signed(String handle, Map<String, Object> credential, @Nullable String deviceToken) {
	}

}
