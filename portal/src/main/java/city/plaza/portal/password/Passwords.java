package city.plaza.portal.password;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** identity-service's passwords. */
@HttpExchange
interface Passwords {

	@PostExchange("/api/v1/password-resets")
	Mono<Started> request(@RequestBody Request request);

	@PostExchange("/api/v1/password-resets/{id}/codes")
	Mono<Void> sendAnother(@PathVariable String id);

	@PostExchange("/api/v1/password-resets/{id}/completion")
	Mono<Void> reset(@PathVariable String id, @RequestBody Completion completion);

	@PutExchange("/api/v1/me/password")
	Mono<Void> change(@RequestBody Change change);

	record Request(@Nullable String email) {
	}

	record Started(String id) {
	}

	record Completion(String code, @Nullable String password) {
	}

	record Change(@Nullable String currentPassword, @Nullable String newPassword) {
	}

}
