package city.plaza.portal.proof;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's proofs of the visitor. */
@HttpExchange
interface Proofs {

	@GetExchange("/api/v1/me/second-factor")
	Mono<State> state();

	@PostExchange("/api/v1/sessions/current/proof")
	Mono<Void> prove(@RequestBody Password password);

	/**
	 * Of this session.
	 *
	 * @param proved whether within the last ten minutes
	 */
	record State(boolean proved) {
	}

	record Password(@Nullable String currentPassword) {
	}

}
