package city.plaza.portal.link;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Where the e-mail about a new link leads. To look at the page changes nothing, so that
 * programs that follow the links of mails do no harm; the question is asked of a person.
 */
@Controller
class DisputeController {

	private static final String VIEW = "link/dispute";

	private final LinkDisputes disputes;

	DisputeController(LinkDisputes disputes) {
		this.disputes = disputes;
	}

	@GetMapping("/link-disputes/{token}")
	Rendering ask(@PathVariable String token) {
		return Rendering.view(VIEW).modelAttribute("token", token).build();
	}

	@PostMapping("/link-disputes/{token}")
	Mono<Rendering> dispute(@PathVariable String token) {
		return this.disputes.dispute(new LinkDisputes.Dispute(token))
			.thenReturn(Pages.seeOther("/link-disputed"))
			.onErrorResume(ApiProblem.with("unknown-dispute", "invalid-request"), (unknown) -> Mono
				.just(Rendering.view("link/dispute-unknown").status(HttpStatus.NOT_FOUND).build()));
	}

	@GetMapping("/link-disputed")
	Rendering done() {
		return Rendering.view("link/disputed").build();
	}

}
