package city.plaza.portal.twostep;

import java.util.List;
import java.util.Map;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Pages;
import city.plaza.portal.proof.Proof;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** The account's methods of two-step verification, and its recovery codes. */
@Controller
class TwoStepController {

	private static final String PAGE = "/account/two-step";

	private final SecondFactors factors;

	TwoStepController(SecondFactors factors) {
		this.factors = factors;
	}

	@GetMapping(PAGE)
	Mono<Rendering> show(@RequestParam Map<String, String> query) {
		return this.factors.read()
			.map((factors) -> Rendering.view("twostep/two-step")
				.modelAttribute("factors", factors)
				.modelAttribute("passkeyAdded", query.containsKey("passkey-added"))
				.modelAttribute("passkeyRemoved", query.containsKey("passkey-removed"))
				.modelAttribute("added", query.containsKey("added"))
				.modelAttribute("removed", query.containsKey("removed"))
				.build());
	}

	@GetMapping(PAGE + "/app/remove")
	Rendering askToRemove() {
		return Rendering.view("twostep/remove-app").build();
	}

	/** Removed in another tab, it is removed; the last of who has to have one stays. */
	@PostMapping(PAGE + "/app/remove")
	Mono<Rendering> remove() {
		return Proof.at(PAGE + "/app/remove",
				this.factors.removeAuthenticator()
					.thenReturn(Pages.seeOther(PAGE + "?removed"))
					.onErrorResume(ApiProblem.with(ApiProblem.NOT_FOUND, "last-factor"),
							(gone) -> Mono.just(Pages.seeOther(PAGE))));
	}

	@GetMapping(PAGE + "/recovery-codes")
	Rendering askToRenew() {
		return Rendering.view("twostep/renew-codes").build();
	}

	@PostMapping(PAGE + "/recovery-codes")
	Mono<Rendering> renew() {
		return Proof.at(PAGE + "/recovery-codes",
				this.factors.renewRecoveryCodes()
					.map((made) -> codes(made.recoveryCodes()))
					.onErrorResume(ApiProblem.with("no-factor"), (none) -> Mono.just(Pages.seeOther(PAGE))));
	}

	/** They are shown this once. */
	static Rendering codes(List<String> codes) {
		return Rendering.view("twostep/codes").modelAttribute("codes", codes).modelAttribute("onward", PAGE).build();
	}

}
