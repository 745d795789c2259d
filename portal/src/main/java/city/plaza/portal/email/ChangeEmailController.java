package city.plaza.portal.email;

import java.util.UUID;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
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
			Refusals.ofFields("email", "currentPassword")
				.violating("email", "required", "invalid-email", "same-email")
				.violating("currentPassword", "required")
				.beside("currentPassword", "wrong-password", "too-many-tries"));

	private final EmailChanges changes;

	ChangeEmailController(EmailChanges changes) {
		this.changes = changes;
	}

	record EmailForm(@Nullable String email, @Nullable String currentPassword) {

		EmailForm withoutPassword() {
			return new EmailForm(this.email, null);
		}

	}

	@GetMapping("/account/email")
	Rendering show() {
		return FORM.page().modelAttribute("form", new EmailForm(null, null)).build();
	}

	@PostMapping("/account/email")
	Mono<Rendering> request(@ModelAttribute("form") EmailForm form) {
		return this.changes.request(new EmailChanges.Request(form.email(), form.currentPassword()))
			.map((started) -> Pages.seeOther("/account/email/" + UUID.fromString(started.id())))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem)
				.map((page) -> page.modelAttribute("form", form.withoutPassword()).build()));
	}

}
