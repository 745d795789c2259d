package city.plaza.portal.password;

import java.util.Map;

import city.plaza.portal.account.Residents;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Changing the own password. Neither is shown again after an error. Who has none sets one
 * by a mailed code, as if it were forgotten.
 */
@Controller
class ChangePasswordController {

	static final Form FORM = new Form("password/change",
			Refusals.ofFields("currentPassword", "newPassword")
				.violating("currentPassword", "required")
				.violating("newPassword", "required", "password-too-short", "password-too-long", "password-too-common")
				.beside("currentPassword", "wrong-password", "too-many-tries"));

	private final Passwords passwords;

	private final Residents residents;

	ChangePasswordController(Passwords passwords, Residents residents) {
		this.passwords = passwords;
		this.residents = residents;
	}

	record ChangeForm(@Nullable String currentPassword, @Nullable String newPassword) {
	}

	@GetMapping("/account/password")
	Mono<Rendering> show(@RequestParam Map<String, String> query) {
		return this.residents.me()
			.map((me) -> (me.hasPassword() ? FORM.page() : Rendering.view("password/set"))
				.modelAttribute("email", me.email())
				.modelAttribute("reported", query.containsKey("reported"))
				.build());
	}

	@PostMapping("/account/password")
	Mono<Rendering> change(@ModelAttribute("form") ChangeForm form) {
		return this.passwords.change(new Passwords.Change(form.currentPassword(), form.newPassword()))
			.thenReturn(Pages.seeOther("/account?password-changed"))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).map(Rendering.Builder::build));
	}

}
