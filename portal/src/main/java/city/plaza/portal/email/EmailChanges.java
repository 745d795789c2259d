package city.plaza.portal.email;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's changes of address. */
@HttpExchange
interface EmailChanges {

	@PostExchange("/api/v1/me/email-changes")
	Mono<Started> request(@RequestBody Request request);

	@PostExchange("/api/v1/me/email-changes/{id}/codes")
	Mono<Void> sendAnother(@PathVariable String id);

	@PostExchange("/api/v1/me/email-changes/{id}/confirmation")
	Mono<Void> confirm(@PathVariable String id, @RequestBody Code code);

	@PostExchange("/api/v1/email-change-undos")
	Mono<Void> undo(@RequestBody Undo undo);

	record Request(@Nullable String email) {
	}

	record Started(String id) {
	}

	record Code(String code) {
	}

	record Undo(String token) {
	}

}
