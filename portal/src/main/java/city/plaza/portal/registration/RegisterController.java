package city.plaza.portal.registration;

import java.util.UUID;

import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Creating an account. What follows is the same whether or not the address is known: the
 * page that says to look into the mailbox.
 */
@Controller
class RegisterController {

	private static final String VIEW = "registration/register";

	private static final String[] FIELDS = { "email", "givenName", "familyName", "password" };

	private final Registrations registrations;

	private final Explanations explanations;

	RegisterController(Registrations registrations, Explanations explanations) {
		this.registrations = registrations;
		this.explanations = explanations;
	}

	record RegisterForm(@Nullable String email, @Nullable String givenName, @Nullable String familyName,
			@Nullable String password) {

		RegisterForm withoutPassword() {
			return new RegisterForm(this.email, this.givenName, this.familyName, null);
		}

	}

	@GetMapping("/register")
	Rendering show() {
		return Rendering.view(VIEW).modelAttribute("form", new RegisterForm(null, null, null, null)).build();
	}

	@PostMapping("/register")
	Mono<Rendering> register(@ModelAttribute("form") RegisterForm form) {
		Registrations.Registration registration = new Registrations.Registration(form.email(), form.password(),
				form.givenName(), form.familyName());
		return this.registrations.start(registration)
			.map((started) -> Pages.seeOther("/register/" + UUID.fromString(started.id()) + "/confirm"))
			.onErrorResume(ApiProblem.class, (problem) -> Mono.just(refused(form, problem)));
	}

	private Rendering refused(RegisterForm form, ApiProblem problem) {
		if (problem.status().is5xxServerError()) {
			throw problem;
		}
		return Pages.again(VIEW, this.explanations.explain(problem, "email").inOrderOf(FIELDS))
			.modelAttribute("form", form.withoutPassword())
			.build();
	}

}
