package city.plaza.portal.email;

import java.util.UUID;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import city.plaza.portal.proof.Proof;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Asking for another email address. */
@Controller
class ChangeEmailController {

	static final Form FORM = new Form("email/change",
			Refusals.ofFields("email").violating("email", "required", "invalid-email", "same-email"));

	private static final String PAGE = "/account/email";

	private final Proof proof;

	private final EmailChanges changes;

	ChangeEmailController(Proof proof, EmailChanges changes) {
		this.proof = proof;
		this.changes = changes;
	}

	record EmailForm(@Nullable String email) {
	}

	@GetMapping(PAGE)
	Mono<Rendering> show() {
		return this.proof.before(PAGE, Mono.just(FORM.page().modelAttribute("form", new EmailForm(null)).build()));
	}

	@PostMapping(PAGE)
	Mono<Rendering> request(@ModelAttribute("form") EmailForm form) {
		return Proof
			.at(PAGE,
					this.changes.request(new EmailChanges.Request(form.email()))
						.map((started) -> Pages.seeOther(PAGE + "/" + UUID.fromString(started.id()))))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).map(Rendering.Builder::build));
	}

}
