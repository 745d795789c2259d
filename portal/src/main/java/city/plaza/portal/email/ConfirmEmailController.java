package city.plaza.portal.email;

import java.util.Map;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Proving the new email address with the code that was sent there. */
@Controller
class ConfirmEmailController {

	static final Form FORM = new Form("email/confirm",
			Refusals.ofFields("code")
				.violating("code", "required")
				.beside("code", "wrong-code", "expired-code", "code-tries-spent", "code-already-used",
						"resend-too-soon", "too-many-codes"));

	private final EmailChanges changes;

	ConfirmEmailController(EmailChanges changes) {
		this.changes = changes;
	}

	record CodeForm(@Nullable String code) {

		/** As people type and paste it: with spaces or dashes between. */
		String digits() {
			return (this.code != null) ? this.code.replaceAll("[\\s-]", "") : "";
		}

	}

	@GetMapping("/account/email/{id}")
	Rendering show(@PathVariable UUID id, @RequestParam Map<String, String> query) {
		return filled(FORM.page(), id, new CodeForm(null), query.containsKey("sent"));
	}

	@PostMapping("/account/email/{id}")
	Mono<Rendering> confirm(@PathVariable UUID id, @ModelAttribute("form") CodeForm form) {
		return this.changes.confirm(id.toString(), new EmailChanges.Code(form.digits()))
			.thenReturn(Pages.seeOther("/account?email-changed"))
			.onErrorResume(ApiProblem.class, (problem) -> again(id, form, problem));
	}

	/** Where the button stands, for those who come by its address. */
	@GetMapping("/account/email/{id}/code")
	Rendering notByAddress(@PathVariable UUID id) {
		return Pages.seeOther("/account/email/{id}", id);
	}

	@PostMapping("/account/email/{id}/code")
	Mono<Rendering> sendAnother(@PathVariable UUID id) {
		return this.changes.sendAnother(id.toString())
			.thenReturn(Pages.seeOther("/account/email/" + id + "?sent"))
			.onErrorResume(ApiProblem.class, (problem) -> again(id, new CodeForm(null), problem));
	}

	private static Mono<Rendering> again(UUID id, CodeForm form, ApiProblem problem) {
		return FORM.again(problem).map((page) -> filled(page, id, form, false));
	}

	private static Rendering filled(Rendering.Builder<?> page, UUID id, CodeForm form, boolean sent) {
		return page.modelAttribute("id", id).modelAttribute("form", form).modelAttribute("sent", sent).build();
	}

}
