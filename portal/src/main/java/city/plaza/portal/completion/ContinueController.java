package city.plaza.portal.completion;

import java.util.Map;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** The way to the first step that is missing, and the end of all steps. */
@Controller
class ContinueController {

	static final Form FORM = new Form("completion/check", Refusals.ofFields());

	private final MyRegistration registration;

	ContinueController(MyRegistration registration) {
		this.registration = registration;
	}

	@GetMapping("/registration")
	Mono<Rendering> resume(@RequestParam Map<String, String> query) {
		String confirmed = query.containsKey("confirmed") ? "?confirmed" : "";
		return this.registration.read().map((state) -> {
			String next = state.progress().nextStep();
			return Pages.seeOther((next != null) ? StepPage.address(next) + confirmed : "/");
		});
	}

	@GetMapping("/registration/check")
	Mono<Rendering> check() {
		return this.registration.read().map((state) -> {
			String next = state.progress().nextStep();
			return StepPage.CHECK.equals(next) ? FORM.page()
				.modelAttribute(StepPage.NAME, StepPage.of(StepPage.CHECK, state.progress(), null))
				.modelAttribute("entered", state)
				.build() : Pages.seeOther("/registration");
		});
	}

	/** Pressed twice, the second time finds it done. */
	@PostMapping("/registration/check")
	Mono<Rendering> submit() {
		return this.registration.submit()
			.map((done) -> Pages.seeOther("/?registered"))
			.onErrorResume(ApiProblem.with("registration-incomplete"),
					(problem) -> Mono.just(Pages.seeOther("/registration")));
	}

}
