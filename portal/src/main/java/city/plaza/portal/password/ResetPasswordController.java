package city.plaza.portal.password;

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

/** Choosing another password with the emailed code. */
@Controller
class ResetPasswordController {

	static final Form FORM = new Form("password/reset",
			Refusals.ofFields("code", "password")
				.violating("code", "required")
				.violating("password", "required", "password-too-short", "password-too-long", "password-too-common")
				.beside("code", "wrong-code", "expired-code", "code-tries-spent", "code-already-used",
						"resend-too-soon", "too-many-codes", "too-many-tries"));

	private final Passwords passwords;

	ResetPasswordController(Passwords passwords) {
		this.passwords = passwords;
	}

	record ResetForm(@Nullable String code, @Nullable String password) {

		/** As people type and paste it: with spaces or dashes between. */
		String digits() {
			return (this.code != null) ? this.code.replaceAll("[\\s-]", "") : "";
		}

		ResetForm withoutPassword() {
			return new ResetForm(this.code, null);
		}

	}

	@GetMapping("/forgot-password/{id}")
	Rendering show(@PathVariable UUID id, @RequestParam Map<String, String> query) {
		return filled(FORM.page(), id, new ResetForm(null, null), query.containsKey("sent"));
	}

	@PostMapping("/forgot-password/{id}")
	Mono<Rendering> reset(@PathVariable UUID id, @ModelAttribute("form") ResetForm form) {
		return this.passwords.reset(id.toString(), new Passwords.Completion(form.digits(), form.password()))
			.thenReturn(Pages.seeOther("/sign-in?reset"))
			.onErrorResume(ApiProblem.class, (problem) -> again(id, form, problem));
	}

	/** Where the button stands, for those who come by its address. */
	@GetMapping("/forgot-password/{id}/code")
	Rendering notByAddress(@PathVariable UUID id) {
		return Pages.seeOther("/forgot-password/{id}", id);
	}

	@PostMapping("/forgot-password/{id}/code")
	Mono<Rendering> sendAnother(@PathVariable UUID id) {
		return this.passwords.sendAnother(id.toString())
			.thenReturn(Pages.seeOther("/forgot-password/" + id + "?sent"))
			.onErrorResume(ApiProblem.class, (problem) -> again(id, new ResetForm(null, null), problem));
	}

	private static Mono<Rendering> again(UUID id, ResetForm form, ApiProblem problem) {
		return FORM.again(problem).map((page) -> filled(page, id, form.withoutPassword(), false));
	}

	private static Rendering filled(Rendering.Builder<?> page, UUID id, ResetForm form, boolean sent) {
		return page.modelAttribute("id", id).modelAttribute("form", form).modelAttribute("sent", sent).build();
	}

}
