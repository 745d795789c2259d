package city.plaza.portal.session;

import java.util.Map;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.page.Credential;
import city.plaza.portal.page.LocalPath;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Signing in with a passkey: alone, or as the second step. */
@Controller
class PasskeyController {

	private static final String ALONE = "/sign-in/passkey";

	private static final String SECOND_STEP = "/sign-in/second-step/passkey";

	private final BrowserPasskeys passkeys;

	private final SecondSteps steps;

	private final CsrfTokens csrf;

	PasskeyController(BrowserPasskeys passkeys, SecondSteps steps, CsrfTokens csrf) {
		this.passkeys = passkeys;
		this.steps = steps;
		this.csrf = csrf;
	}

	record PasskeyForm(@Nullable String credential, @Nullable String then) {
	}

	@PostMapping(ALONE + "/options")
	@ResponseBody
	Mono<ResponseEntity<Map<String, Object>>> options(ServerWebExchange exchange) {
		return this.passkeys.begin().map((begun) -> {
			PasskeyCookie.set(exchange, begun.handle());
			return unstored(begun.options());
		});
	}

	@PostMapping(SECOND_STEP + "/options")
	@ResponseBody
	Mono<ResponseEntity<Map<String, Object>>> secondStepOptions(ServerWebExchange exchange) {
		return Mono.justOrEmpty(PendingSignIn.of(exchange))
			.flatMap((pending) -> this.passkeys.beginSecondStep(new SecondSteps.Begun(pending.token())))
			.map(PasskeyController::unstored)
			.switchIfEmpty(Mono.just(ResponseEntity.notFound().build()));
	}

	/** There is nothing to see at the addresses of forms. */
	@GetMapping({ ALONE, ALONE + "/options", SECOND_STEP, SECOND_STEP + "/options" })
	Rendering notByAddress() {
		return Pages.seeOther("/sign-in");
	}

	@PostMapping(ALONE)
	Mono<Rendering> signIn(@ModelAttribute("form") PasskeyForm form, ServerWebExchange exchange) {
		String handle = PasskeyCookie.of(exchange);
		PasskeyCookie.forget(exchange);
		return Mono.justOrEmpty(Credential.read(form.credential()))
			.filter((credential) -> handle != null)
			.flatMap((credential) -> this.passkeys
				.signIn(new BrowserPasskeys.Signed(String.valueOf(handle), credential, DeviceCookie.of(exchange))))
			.flatMap((completed) -> signedIn(completed, form, exchange))
			.onErrorResume(ApiProblem.with("wrong-passkey"), (wrong) -> Mono.empty())
			.switchIfEmpty(Mono.fromSupplier(() -> refused(form)));
	}

	@PostMapping(SECOND_STEP)
	Mono<Rendering> completeSecondStep(@ModelAttribute("form") PasskeyForm form, ServerWebExchange exchange) {
		return Mono.justOrEmpty(PendingSignIn.of(exchange))
			.flatMap((pending) -> Mono.justOrEmpty(Credential.read(form.credential()))
				.flatMap((credential) -> this.steps
					.complete(SecondSteps.Proof.ofPasskey(pending.token(), credential, DeviceCookie.of(exchange))))
				.flatMap((completed) -> signedIn(completed, form, exchange)))
			.onErrorResume(ApiProblem.with("wrong-second-factor"),
					(wrong) -> Mono.just(Onward.to("/sign-in/second-step", form.then())))
			.onErrorResume(ApiProblem.with("pending-sign-in-ended"),
					(ended) -> Mono.just(Onward.to("/sign-in?timed-out", form.then())))
			.switchIfEmpty(Mono.fromSupplier(() -> Onward.to("/sign-in?timed-out", form.then())));
	}

	private Mono<Rendering> signedIn(SecondSteps.Completed completed, PasskeyForm form, ServerWebExchange exchange) {
		PendingSignIn.forget(exchange);
		SessionCookie.set(exchange, completed.sessionToken());
		DeviceCookie.set(exchange, completed.deviceToken());
		return Onward.go(exchange, this.csrf, form.then());
	}

	private static Rendering refused(PasskeyForm form) {
		return SignInController.FORM.again(FormErrors.of(FormError.of("email", "wrong-passkey")))
			.modelAttribute("form",
					new SignInController.SignInForm(null, null, LocalPath.accept(form.then()).orElse(null)))
			.build();
	}

	private static ResponseEntity<Map<String, Object>> unstored(Map<String, Object> options) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(options);
	}

}
