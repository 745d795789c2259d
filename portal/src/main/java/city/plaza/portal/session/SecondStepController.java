package city.plaza.portal.session;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The second step of a sign-in: a code of the authenticator app, or a recovery code. */
@Controller
class SecondStepController {

	static final Form FORM = new Form("session/second-step", Refusals.ofFields("code", "recoveryCode")
		.beside("code", "wrong-second-factor", "second-factor-used", "too-many-tries"));

	static final Form RECOVERY = new Form("session/second-step",
			Refusals.ofFields("code", "recoveryCode").beside("recoveryCode", "wrong-second-factor", "too-many-tries"));

	private static final String ENDED = "pending-sign-in-ended";

	private final SecondSteps steps;

	private final CsrfTokens csrf;

	SecondStepController(SecondSteps steps, CsrfTokens csrf) {
		this.steps = steps;
		this.csrf = csrf;
	}

	/**
	 * What was typed.
	 *
	 * @param code of the app
	 * @param with {@code recovery} where a recovery code is asked for
	 * @param remember whether the device is not to be asked again
	 * @param then where to go afterwards
	 */
	record SecondStepForm(@Nullable String code, @Nullable String recoveryCode, @Nullable String with,
			@Nullable String remember, @Nullable String then) {

		public boolean recovers() {
			return "recovery".equals(this.with);
		}

		@Nullable String typed() {
			return recovers() ? this.recoveryCode : this.code;
		}

		SecondSteps.Proof proof(PendingSignIn pending, @Nullable String deviceToken) {
			return new SecondSteps.Proof(pending.token(), recovers() ? null : this.code,
					recovers() ? this.recoveryCode : null, null, null, this.remember != null, deviceToken);
		}

	}

	@GetMapping("/sign-in/second-step")
	Rendering show(@RequestParam(required = false) @Nullable String then,
			@RequestParam(required = false) @Nullable String with, ServerWebExchange exchange) {
		return PendingSignIn.of(exchange)
			.map((pending) -> pending.adds() ? Onward.to(pending.address(), then)
					: fill(FORM.page(), pending, new SecondStepForm(null, null, with, null, then), null))
			.orElseGet(() -> Onward.to("/sign-in", then));
	}

	static Rendering page(PendingSignIn pending, @Nullable String then, KeptForm kept) {
		return fill(FORM.page(), pending, new SecondStepForm(null, null, null, null, then), kept);
	}

	@PostMapping("/sign-in/second-step")
	Mono<Rendering> complete(@ModelAttribute("form") SecondStepForm form, ServerWebExchange exchange) {
		return Mono.justOrEmpty(PendingSignIn.of(exchange))
			.flatMap((pending) -> complete(pending, form, exchange))
			.switchIfEmpty(Mono.fromSupplier(() -> Onward.to("/sign-in?timed-out", form.then())));
	}

	private Mono<Rendering> complete(PendingSignIn pending, SecondStepForm form, ServerWebExchange exchange) {
		String typed = form.typed();
		if (typed == null || typed.isBlank()) {
			FormErrors missing = FormErrors
				.of(form.recovers() ? FormError.of("recoveryCode", "required") : FormError.of("code", "required"));
			return kept(exchange, FORM.again(missing), pending, form);
		}
		return this.steps.complete(form.proof(pending, DeviceCookie.of(exchange)))
			.flatMap((completed) -> signedIn(completed, form, exchange))
			.onErrorResume(ApiProblem.with(ENDED), (ended) -> {
				PendingSignIn.forget(exchange);
				return Mono.just(Onward.to("/sign-in?timed-out", form.then()));
			})
			.onErrorResume(ApiProblem.class, (problem) -> (form.recovers() ? RECOVERY : FORM).again(problem)
				.flatMap((page) -> kept(exchange, page, pending, form)));
	}

	private Mono<Rendering> signedIn(SecondSteps.Completed completed, SecondStepForm form, ServerWebExchange exchange) {
		PendingSignIn.forget(exchange);
		SessionCookie.set(exchange, completed.sessionToken());
		DeviceCookie.set(exchange, completed.deviceToken());
		return Onward.go(exchange, this.csrf, form.then());
	}

	private static Mono<Rendering> kept(ServerWebExchange exchange, Rendering.Builder<?> page, PendingSignIn pending,
			SecondStepForm form) {
		return exchange.getFormData().map((fields) -> fill(page, pending, form, KeptForm.from(fields)));
	}

	private static Rendering fill(Rendering.Builder<?> page, PendingSignIn pending, SecondStepForm form,
			@Nullable KeptForm kept) {
		if (kept != null) {
			page.modelAttribute("kept", kept);
		}
		return page
			.modelAttribute("form",
					new SecondStepForm(null, null, form.with(), form.remember(),
							LocalPath.accept(form.then()).orElse(null)))
			.modelAttribute("recovers", form.recovers() || !pending.has("totp"))
			.modelAttribute("app", pending.has("totp"))
			.modelAttribute("passkey", pending.has("passkey"))
			.modelAttribute("recovery", pending.has("recovery-code"))
			.build();
	}

}
