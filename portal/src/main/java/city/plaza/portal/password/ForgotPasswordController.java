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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Asking for another password. What follows is the same whether or not the address has an
 * account.
 */
@Controller
class ForgotPasswordController {

	static final Form FORM = new Form("password/forgot",
			Refusals.ofFields("email")
				.violating("email", "required", "invalid-email")
				.beside("email", "too-many-tries"));

	private final Passwords passwords;

	ForgotPasswordController(Passwords passwords) {
		this.passwords = passwords;
	}

	record ForgotForm(@Nullable String email) {
	}

	@GetMapping("/forgot-password")
	Rendering show(@RequestParam Map<String, String> query) {
		return FORM.page()
			.modelAttribute("restored", query.containsKey("restored"))
			.modelAttribute("form", new ForgotForm(null))
			.build();
	}

	@PostMapping("/forgot-password")
	Mono<Rendering> request(@ModelAttribute("form") ForgotForm form) {
		return this.passwords.request(new Passwords.Request(form.email()))
			.map((started) -> Pages.seeOther("/forgot-password/" + UUID.fromString(started.id())))
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).map((page) -> page.modelAttribute("form", form).build()));
	}

}
