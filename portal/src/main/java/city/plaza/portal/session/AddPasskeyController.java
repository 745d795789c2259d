package city.plaza.portal.session;

import java.net.URI;
import java.util.Map;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Credential;
import city.plaza.portal.page.LocalPath;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Adding a passkey instead of the app, where an account has to have one of them. */
@Controller
class AddPasskeyController {

	static final Form FORM = new Form("session/passkey",
			Refusals.ofFields("passkeyName")
				.named("passkeyName", "newPasskey.name")
				.violating("passkeyName", "required", "too-long", "invalid-characters")
				.beside("passkeyName", "passkey-refused"));

	private static final String PAGE = "/sign-in/passkey/new";

	private static final String ENDED = "pending-sign-in-ended";

	private final SecondSteps steps;

	AddPasskeyController(SecondSteps steps) {
		this.steps = steps;
	}

	record NewPasskeyForm(@Nullable String passkeyName, @Nullable String credential, @Nullable String then) {
	}

	@GetMapping(PAGE)
	Rendering show(@RequestParam(required = false) @Nullable String then, ServerWebExchange exchange) {
		return PendingSignIn.of(exchange)
			.map((pending) -> pending.addsPasskey() ? fill(FORM.page(), null, then)
					: Onward.to(pending.address(), then))
			.orElseGet(() -> Onward.to("/sign-in", then));
	}

	/** The script goes where a redirect leads. */
	@PostMapping(PAGE + "/options")
	@ResponseBody
	Mono<ResponseEntity<Map<String, Object>>> options(@ModelAttribute("form") NewPasskeyForm form,
			ServerWebExchange exchange) {
		return Mono.justOrEmpty(PendingSignIn.of(exchange))
			.flatMap((pending) -> pending.addsPasskey() ? options(pending)
					: Mono.just(see(Onward.address(pending.address(), form.then()))))
			.onErrorResume(ApiProblem.with(ENDED), (ended) -> Mono.empty())
			.switchIfEmpty(Mono.fromSupplier(() -> {
				PendingSignIn.forget(exchange);
				return see(Onward.address("/sign-in?timed-out", form.then()));
			}));
	}

	private Mono<ResponseEntity<Map<String, Object>>> options(PendingSignIn pending) {
		return this.steps.beginNewPasskey(new SecondSteps.Begun(pending.token()))
			.map((options) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(options));
	}

	@GetMapping(PAGE + "/options")
	Rendering notByAddress() {
		return Onward.to(PAGE, null);
	}

	@PostMapping(PAGE)
	Mono<Rendering> add(@ModelAttribute("form") NewPasskeyForm form, ServerWebExchange exchange) {
		return Mono.justOrEmpty(PendingSignIn.of(exchange))
			.flatMap((pending) -> add(pending, form, exchange))
			.switchIfEmpty(Mono.fromSupplier(() -> AddedFactor.ended(form.then(), exchange)));
	}

	private Mono<Rendering> add(PendingSignIn pending, NewPasskeyForm form, ServerWebExchange exchange) {
		if (!pending.addsPasskey()) {
			return Mono.just(Onward.to(pending.address(), form.then()));
		}
		return Mono.justOrEmpty(Credential.read(form.credential()))
			.map((credential) -> SecondSteps.Proof.ofNewPasskey(pending.token(),
					new SecondSteps.NewPasskey(form.passkeyName(), credential), DeviceCookie.of(exchange)))
			.flatMap(this.steps::complete)
			.map((completed) -> AddedFactor.signIn(completed, form.then(), exchange))
			.onErrorResume(ApiProblem.with(ENDED), (ended) -> Mono.just(AddedFactor.ended(form.then(), exchange)))
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).map((page) -> fill(page, form.passkeyName(), form.then())))
			.switchIfEmpty(Mono
				.fromSupplier(() -> fill(FORM.again(FormErrors.of(FormError.of("passkeyName", "passkey-refused"))),
						form.passkeyName(), form.then())));
	}

	private static ResponseEntity<Map<String, Object>> see(URI address) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
	}

	private static Rendering fill(Rendering.Builder<?> page, @Nullable String name, @Nullable String then) {
		return page.modelAttribute("form", new NewPasskeyForm(name, null, LocalPath.accept(then).orElse(null))).build();
	}

}
