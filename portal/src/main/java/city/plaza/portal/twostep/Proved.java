package city.plaza.portal.twostep;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.result.view.Rendering;

/** Leads to the password, and back, where a change needs a fresh proof. */
final class Proved {

	private Proved() {
	}

	/**
	 * A page that needs a proof.
	 * @param address to come back to
	 */
	static Mono<Rendering> at(String address, Mono<Rendering> page) {
		return page.onErrorResume(ApiProblem.with("proof-needed"),
				(needed) -> Mono.just(Pages.seeOther("/account/confirm?then={address}", address)));
	}

}
