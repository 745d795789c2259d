package city.plaza.portal.account;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Changing one's name. */
@Controller
@RequestMapping("/account/name")
class NameController {

	static final Form FORM = new Form("account/name",
			Refusals.ofFields("givenName", "familyName")
				.violating("givenName", "required", "too-long", "invalid-characters")
				.violating("familyName", "required", "too-long", "invalid-characters"));

	private final Residents residents;

	NameController(Residents residents) {
		this.residents = residents;
	}

	record NameForm(@Nullable String givenName, @Nullable String familyName) {
	}

	@GetMapping
	Mono<Rendering> show() {
		return this.residents.me()
			.map((me) -> FORM.page().modelAttribute("form", new NameForm(me.givenName(), me.familyName())).build());
	}

	@PostMapping
	Mono<Rendering> change(@ModelAttribute("form") NameForm form) {
		return this.residents.rename(new Residents.Name(form.givenName(), form.familyName()))
			.thenReturn(Pages.seeOther("/account?changed=name"))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).map(Rendering.Builder::build));
	}

}
