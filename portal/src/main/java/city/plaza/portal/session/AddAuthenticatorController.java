package city.plaza.portal.session;

import java.util.List;

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
			.map((setup) -> fill(FORM.page(), new AuthenticatorForm(null, setup.key(), setup.uri(), then)))
			.onErrorResume(ApiProblem.with("pending-sign-in-ended"), (ended) -> again(then, exchange))
			.switchIfEmpty(Mono.fromSupplier(() -> Onward.to("/sign-in", then)));
	}

	@PostMapping("/sign-in/authenticator")
	Mono<Rendering> add(@ModelAttribute("form") AuthenticatorForm form, ServerWebExchange exchange) {
		String code = form.code();
		if (code == null || code.isBlank()) {
			return Mono.just(fill(FORM.again(FormErrors.of(FormError.of("code", "required"))), form));
		}
		return Mono.justOrEmpty(PendingSignIn.of(exchange))
			.flatMap((pending) -> this.steps
				.complete(new SecondSteps.Proof(pending.token(), code, null, null, false, DeviceCookie.of(exchange))))
			.map((completed) -> added(completed, form, exchange))
			.onErrorResume(ApiProblem.with("pending-sign-in-ended"), (ended) -> again(form.then(), exchange))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).map((page) -> fill(page, form)))
			.switchIfEmpty(Mono.fromSupplier(() -> Onward.to("/sign-in?timed-out", form.then())));
	}

	/** The codes are shown this once. */
	private static Rendering added(SecondSteps.Completed completed, AuthenticatorForm form,
			ServerWebExchange exchange) {
		PendingSignIn.forget(exchange);
		SessionCookie.set(exchange, completed.sessionToken());
		DeviceCookie.set(exchange, completed.deviceToken());
		List<String> codes = completed.recoveryCodes();
		return Rendering.view("twostep/codes")
			.modelAttribute("codes", codes)
			.modelAttribute("onward", LocalPath.accept(form.then()).orElse("/"))
			.build();
	}

	private static Mono<Rendering> again(@Nullable String then, ServerWebExchange exchange) {
		PendingSignIn.forget(exchange);
		return Mono.just(Onward.to("/sign-in?timed-out", then));
	}

	private static Rendering fill(Rendering.Builder<?> page, AuthenticatorForm form) {
		QrCode qr = QrCode.of(form.uri());
		if (qr != null) {
			page.modelAttribute("qr", qr);
		}
		return page
			.modelAttribute("form",
					new AuthenticatorForm(null, form.key(), form.uri(), LocalPath.accept(form.then()).orElse(null)))
			.build();
	}

}
