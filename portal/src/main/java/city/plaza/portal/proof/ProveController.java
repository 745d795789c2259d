package city.plaza.portal.proof;

import java.net.URI;

import city.plaza.portal.account.Residents;
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

/**
 * Asks for the password again before a change to the account's security; who has none
 * signs in again.
 */
@Controller
class ProveController {

	static final Form FORM = new Form("proof/confirm",
			Refusals.ofFields("password")
				.named("password", "currentPassword")
				.violating("password", "required")
				.beside("password", "wrong-password", "too-many-tries"));

	private final Proofs proofs;

	private final Residents residents;

	ProveController(Proofs proofs, Residents residents) {
		this.proofs = proofs;
		this.residents = residents;
	}

	record ProveForm(@Nullable String password, @Nullable String then) {

		ProveForm withoutPassword() {
			return new ProveForm(null, LocalPath.accept(this.then).orElse(null));
		}

	}

	@GetMapping("/account/confirm")
	Mono<Rendering> show(@RequestParam(required = false) @Nullable String then) {
		return page(FORM.page(), new ProveForm(null, then));
	}

	@PostMapping("/account/confirm")
	Mono<Rendering> prove(@ModelAttribute("form") ProveForm form) {
		return this.proofs.prove(new Proofs.Password(form.password()))
			.then(Mono.fromSupplier(() -> Pages.seeOther(URI.create(LocalPath.accept(form.then()).orElse("/account")))))
			.onErrorResume(ApiProblem.with("sign-in-again"), (none) -> page(FORM.page(), form))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).flatMap((page) -> page(page, form)));
	}

	private Mono<Rendering> page(Rendering.Builder<?> page, ProveForm form) {
		return this.residents.me()
			.map((me) -> page.modelAttribute("form", form.withoutPassword())
				.modelAttribute("hasPassword", me.hasPassword())
				.build());
	}

}
