package city.plaza.portal.leave;

import reactor.core.publisher.Mono;

import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's deletion of the own account. */
@HttpExchange
interface Deletions {

	@PostExchange("/api/v1/me/deletion")
	Mono<Void> delete();

}
