package city.plaza.portal.registration;

import java.util.UUID;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.cutover.CutOver;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import city.plaza.portal.provider.SignInProviders;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Creating an account. What follows is the same whether or not the address is known: the
 * page that asks to check the email.
 */
@Controller
class RegisterController {

	static final Form FORM = new Form("registration/register",
			Refusals.ofFields("email", "givenName", "familyName", "password")
				.violating("email", "required", "invalid-email")
				.violating("givenName", "required", "too-long", "invalid-characters")
				.violating("familyName", "required", "too-long", "invalid-characters")
				.violating("password", "required", "password-too-short", "password-too-long", "password-too-common")
				.beside("email", "too-many-tries"));

	private final Registrations registrations;

	private final SignInProviders providers;

	private final CutOver cutOver;

	RegisterController(Registrations registrations, SignInProviders providers, CutOver cutOver) {
		this.cutOver = cutOver;
		this.providers = providers;
		this.registrations = registrations;
	}

	record RegisterForm(@Nullable String email, @Nullable String givenName, @Nullable String familyName,
			@Nullable String password) {

		RegisterForm withoutPassword() {
			return new RegisterForm(this.email, this.givenName, this.familyName, null);
		}

	}

	@GetMapping("/register")
	Mono<Rendering> show() {
		return filled(FORM.page(), new RegisterForm(null, null, null, null));
	}

	@PostMapping("/register")
	Mono<Rendering> register(@ModelAttribute("form") RegisterForm form) {
		Registrations.Registration registration = new Registrations.Registration(form.email(), form.password(),
				form.givenName(), form.familyName());
		return this.registrations.start(registration)
			.map((started) -> Pages.seeOther("/register/" + UUID.fromString(started.id()) + "/confirm"))
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).flatMap((page) -> filled(page, form.withoutPassword())));
	}

	private Mono<Rendering> filled(Rendering.Builder<?> page, RegisterForm form) {
		return Mono.zip(this.providers.all(), this.cutOver.begun()).map((both) -> {
			both.getT2().ifPresent((day) -> page.modelAttribute("cutOver", day));
			return page.modelAttribute("form", form).modelAttribute("providers", both.getT1()).build();
		});
	}

}
