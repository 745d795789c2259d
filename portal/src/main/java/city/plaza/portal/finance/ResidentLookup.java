package city.plaza.portal.finance;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's residents, as finance may look them up. */
@HttpExchange("/api/v1/residents")
interface ResidentLookup {

	@PostExchange("/lookup")
	Mono<Resident> lookUp(@RequestBody Address address);

	record Address(String email) {
	}

	record Resident(String id) {
	}

}
