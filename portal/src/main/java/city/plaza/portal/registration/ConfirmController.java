package city.plaza.portal.registration;

import java.util.Map;
import java.util.UUID;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
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

	static final Form FORM = new Form("registration/confirm",
			Refusals.ofFields("code")
				.violating("code", "required")
				.beside("code", "wrong-code", "expired-code", "code-tries-spent", "code-already-used",
						"resend-too-soon", "too-many-codes", "too-many-tries"));

	private final Registrations registrations;

	ConfirmController(Registrations registrations) {
		this.registrations = registrations;
	}

	record CodeForm(@Nullable String code) {

		/** As people type and paste it: with spaces or dashes between. */
		String digits() {
			return (this.code != null) ? this.code.replaceAll("[\\s-]", "") : "";
		}

	}

	@GetMapping("/register/{id}/confirm")
	Rendering show(@PathVariable UUID id, @RequestParam Map<String, String> query) {
		return filled(FORM.page(), id, new CodeForm(null), query.containsKey("sent"));
	}

	@PostMapping("/register/{id}/confirm")
	Mono<Rendering> confirm(@PathVariable UUID id, @ModelAttribute("form") CodeForm form, ServerWebExchange exchange) {
		return this.registrations
			.confirm(id.toString(), new Registrations.Code(form.digits(), DeviceCookie.of(exchange)))
			.doOnNext((confirmed) -> {
				SessionCookie.set(exchange, confirmed.sessionToken());
				DeviceCookie.set(exchange, confirmed.deviceToken());
			})
			.map((confirmed) -> Pages.seeOther("/registration?confirmed"))
			.onErrorResume(ApiProblem.class, (problem) -> again(id, form, problem));
	}

	/** Where the button stands, for those who come by its address. */
	@GetMapping("/register/{id}/code")
	Rendering notByAddress(@PathVariable UUID id) {
		return Pages.seeOther("/register/{id}/confirm", id);
	}

	@PostMapping("/register/{id}/code")
	Mono<Rendering> sendAnother(@PathVariable UUID id) {
		return this.registrations.sendAnother(id.toString())
			.thenReturn(Pages.seeOther("/register/" + id + "/confirm?sent"))
			.onErrorResume(ApiProblem.class, (problem) -> again(id, new CodeForm(null), problem));
	}

	private static Mono<Rendering> again(UUID id, CodeForm form, ApiProblem problem) {
		return FORM.again(problem).map((page) -> filled(page, id, form, false));
	}

	private static Rendering filled(Rendering.Builder<?> page, UUID id, CodeForm form, boolean sent) {
		return page.modelAttribute("id", id).modelAttribute("form", form).modelAttribute("sent", sent).build();
	}

}
