package city.plaza.portal.device;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's sessions of the visitor. */
@HttpExchange
interface OwnSessions {

	@GetExchange("/api/v1/me/sessions")
	Mono<Page> all();

	@DeleteExchange("/api/v1/me/sessions")
	Mono<Void> endAll();

	@DeleteExchange("/api/v1/me/sessions/{id}")
	Mono<Void> end(@PathVariable UUID id);

	@PostExchange("/api/v1/me/sessions/{id}/report")
	Mono<Void> report(@PathVariable UUID id);

	record Page(List<OwnSession> items) {
	}

	/**
	 * A sign-in.
	 *
	 * @param kind {@code browser} or {@code mobile}
	 * @param current whether it is this one
	 * @param active whether it can still be used
	 * @param browser or app, if it is known
	 * @param system of the device, if it is known
	 * @param address of the network, if it is known
	 */
	record OwnSession(UUID id, String kind, boolean current, boolean active, @Nullable String browser,
			@Nullable String system, @Nullable String address, Instant startedAt) {

		public boolean isMobile() {
			return this.kind.equals("mobile");
		}

	}

}
