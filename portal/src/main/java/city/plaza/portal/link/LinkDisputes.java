package city.plaza.portal.link;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** account-link-service's disputes of links; they need no sign-in. */
interface LinkDisputes {

	/**
	 * Has the link suspended that the token is about.
	 * @param dispute the token of the e-mail
	 * @return completes when it is
	 */
	@PostExchange("/api/v1/customer-links/disputes")
	Mono<Void> dispute(@RequestBody Dispute dispute);

	/**
	 * A dispute.
	 *
	 * @param token of the e-mail
	 */
	record Dispute(String token) {

		@Override
		public String toString() {
			return "Dispute[***]";
		}

	}

}
