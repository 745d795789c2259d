package city.plaza.portal.session;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's sessions of browsers. */
@HttpExchange
interface BrowserSessions {

	@PostExchange("/internal/v1/browser-sessions")
	Mono<BrowserSession> open(@RequestBody Credentials credentials);

	@DeleteExchange("/api/v1/sessions/current")
	Mono<Void> endCurrent();

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Credentials(@Nullable String email, @Nullable String password, @Nullable String deviceToken) {
	}

	/**
	 * What the password leads to.
	 *
	 * @param sessionToken null where a second step is to come
	 * @param pendingToken of the second step; null where there is none
	 * @param methods of the second step
	 */
	record BrowserSession(@Nullable String sessionToken, @Nullable String deviceToken, @Nullable Instant expiresAt,
			@Nullable String pendingToken, @Nullable List<String> methods) {
	}

}
