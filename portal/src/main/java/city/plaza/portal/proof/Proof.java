package city.plaza.portal.proof;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/** Leads to a proof, and back, where a change needs one of the last ten minutes. */
@Component
public class Proof {

	private final Proofs proofs;

	Proof(Proofs proofs) {
		this.proofs = proofs;
	}

	/**
	 * A page that needs a proof.
	 * @param address to come back to
	 */
	public static Mono<Rendering> at(String address, Mono<Rendering> page) {
		return page.onErrorResume(ApiProblem.with("proof-needed"), (needed) -> Mono.just(to(address)));
	}

	/**
	 * A form whose sending needs a proof: asked for before anything is typed.
	 * @param address of the form
	 */
	public Mono<Rendering> before(String address, Mono<Rendering> form) {
		return this.proofs.state().flatMap((state) -> state.proved() ? form : Mono.just(to(address)));
	}

	private static Rendering to(String address) {
		return Pages.seeOther("/account/confirm?then={address}", address);
	}

}
