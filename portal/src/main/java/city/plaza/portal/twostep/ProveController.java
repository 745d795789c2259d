package city.plaza.portal.twostep;

import java.net.URI;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.LocalPath;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Asks for the password again before a change to the account's security. */
@Controller
class ProveController {

	static final Form FORM = new Form("twostep/confirm",
			Refusals.ofFields("password")
				.named("password", "currentPassword")
				.violating("password", "required")
				.beside("password", "wrong-password", "too-many-tries"));

	private final SecondFactors factors;

	ProveController(SecondFactors factors) {
		this.factors = factors;
	}

	record ProveForm(@Nullable String password, @Nullable String then) {

		ProveForm withoutPassword() {
			return new ProveForm(null, LocalPath.accept(this.then).orElse(null));
		}

	}

	@GetMapping("/account/confirm")
	Rendering show(@RequestParam(required = false) @Nullable String then) {
		return FORM.page().modelAttribute("form", new ProveForm(null, then).withoutPassword()).build();
	}

	@PostMapping("/account/confirm")
	Mono<Rendering> prove(@ModelAttribute("form") ProveForm form) {
		return this.factors.prove(new SecondFactors.Proof(form.password()))
			.then(Mono.fromSupplier(
					() -> Pages.seeOther(URI.create(LocalPath.accept(form.then()).orElse("/account/two-step")))))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem)
				.map((page) -> page.modelAttribute("form", form.withoutPassword()).build()));
	}

}
