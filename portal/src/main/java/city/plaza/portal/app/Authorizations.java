package city.plaza.portal.app;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's authorizations of apps. */
@HttpExchange
interface Authorizations {

	@PostExchange("/internal/v1/authorizations/check")
	Mono<Check> check(@RequestBody Request request);

	@PostExchange("/internal/v1/authorizations")
	Mono<Authorization> authorize(@RequestBody Request request);

	record Request(String query, boolean denied) {
	}

	record Check(@Nullable String app, @Nullable URI address) {
	}

	record Authorization(URI address) {
	}

}
