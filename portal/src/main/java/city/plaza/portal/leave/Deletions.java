package city.plaza.portal.leave;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's deletion of the own account. */
@HttpExchange
interface Deletions {

	@PostExchange("/api/v1/me/deletion")
	Mono<Void> delete(@RequestBody Deletion deletion);

	record Deletion(@Nullable String currentPassword) {
	}

}
