package city.plaza.portal.session;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.LocalPath;
import city.plaza.portal.page.QrCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Adding the authenticator app that an account has to have, before anything else. */
@Controller
class AddAuthenticatorController {

	static final Form FORM = new Form("session/authenticator",
			Refusals.ofFields("code").beside("code", "wrong-second-factor", "too-many-tries"));

	private final SecondSteps steps;

	AddAuthenticatorController(SecondSteps steps) {
		this.steps = steps;
	}

	/**
	 * What was typed, and what the page showed: the same key is shown again.
	 *
	 * @param code of the app
	 * @param key to type into the app
	 * @param uri the same for the QR code
	 */
	record AuthenticatorForm(@Nullable String code, @Nullable String key, @Nullable String uri, @Nullable String then) {
	}

	@GetMapping("/sign-in/authenticator")
	Mono<Rendering> show(@RequestParam(required = false) @Nullable String then, ServerWebExchange exchange) {
		return Mono.justOrEmpty(PendingSignIn.of(exchange))
			.flatMap((pending) -> this.steps.beginAuthenticator(new SecondSteps.Begun(pending.token())))
			.map((setup) -> fill(FORM.page(), new AuthenticatorForm(null, setup.key(), setup.uri(), then), exchange))
			.onErrorResume(ApiProblem.with("pending-sign-in-ended"),
					(ended) -> Mono.just(AddedFactor.ended(then, exchange)))
			.switchIfEmpty(Mono.fromSupplier(() -> Onward.to("/sign-in", then)));
	}

	@PostMapping("/sign-in/authenticator")
	Mono<Rendering> add(@ModelAttribute("form") AuthenticatorForm form, ServerWebExchange exchange) {
		String code = form.code();
		if (code == null || code.isBlank()) {
			return Mono.just(fill(FORM.again(FormErrors.of(FormError.of("code", "required"))), form, exchange));
		}
		return Mono.justOrEmpty(PendingSignIn.of(exchange))
			.flatMap((pending) -> this.steps
				.complete(SecondSteps.Proof.ofCode(pending.token(), code, DeviceCookie.of(exchange))))
			.map((completed) -> AddedFactor.signIn(completed, form.then(), exchange))
			.onErrorResume(ApiProblem.with("pending-sign-in-ended"),
					(ended) -> Mono.just(AddedFactor.ended(form.then(), exchange)))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).map((page) -> fill(page, form, exchange)))
			.switchIfEmpty(Mono.fromSupplier(() -> Onward.to("/sign-in?timed-out", form.then())));
	}

	private static Rendering fill(Rendering.Builder<?> page, AuthenticatorForm form, ServerWebExchange exchange) {
		QrCode qr = QrCode.of(form.uri());
		if (qr != null) {
			page.modelAttribute("qr", qr);
		}
		return page.modelAttribute("passkey", PendingSignIn.of(exchange).filter(PendingSignIn::addsPasskey).isPresent())
			.modelAttribute("form",
					new AuthenticatorForm(null, form.key(), form.uri(), LocalPath.accept(form.then()).orElse(null)))
			.build();
	}

}
