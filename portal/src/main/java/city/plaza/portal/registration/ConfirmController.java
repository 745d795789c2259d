package city.plaza.portal.registration;

import java.util.Map;
import java.util.UUID;

import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.Pages;
import city.plaza.portal.session.DeviceCookie;
import city.plaza.portal.session.SessionCookie;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Confirming the address with the e-mailed code, which signs the resident in. */
@Controller
class ConfirmController {

	private static final String VIEW = "registration/confirm";

	private final Registrations registrations;

	private final Explanations explanations;

	ConfirmController(Registrations registrations, Explanations explanations) {
		this.registrations = registrations;
		this.explanations = explanations;
	}

	record CodeForm(@Nullable String code) {

		/** As people type and paste it: with spaces or dashes between. */
		String digits() {
			return (this.code != null) ? this.code.replaceAll("[\\s-]", "") : "";
		}

	}

	@GetMapping("/register/{id}/confirm")
	Rendering show(@PathVariable UUID id, @RequestParam Map<String, String> query) {
		return Rendering.view(VIEW)
			.modelAttribute("id", id)
			.modelAttribute("form", new CodeForm(null))
			.modelAttribute("sent", query.containsKey("sent"))
			.build();
	}

	@PostMapping("/register/{id}/confirm")
	Mono<Rendering> confirm(@PathVariable UUID id, @ModelAttribute("form") CodeForm form, ServerWebExchange exchange) {
		return this.registrations
			.confirm(id.toString(), new Registrations.Code(form.digits(), DeviceCookie.of(exchange)))
			.doOnNext((confirmed) -> {
				SessionCookie.set(exchange, confirmed.sessionToken());
				DeviceCookie.set(exchange, confirmed.deviceToken());
			})
			.map((confirmed) -> Pages.seeOther("/account?confirmed"))
			.onErrorResume(ApiProblem.class, (problem) -> Mono.just(refused(id, form, problem)));
	}

	@PostMapping("/register/{id}/code")
	Mono<Rendering> sendAnother(@PathVariable UUID id) {
		return this.registrations.sendAnother(id.toString())
			.thenReturn(Pages.seeOther("/register/" + id + "/confirm?sent"))
			.onErrorResume(ApiProblem.class, (problem) -> Mono.just(refused(id, new CodeForm(null), problem)));
	}

	private Rendering refused(UUID id, CodeForm form, ApiProblem problem) {
		if (problem.status().is5xxServerError() || problem.status().value() == 404) {
			throw problem;
		}
		return Pages.again(VIEW, this.explanations.explain(problem, "code"))
			.modelAttribute("id", id)
			.modelAttribute("form", form)
			.modelAttribute("sent", false)
			.build();
	}

}
