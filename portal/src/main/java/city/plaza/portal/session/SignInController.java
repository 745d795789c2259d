package city.plaza.portal.session;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import city.plaza.portal.city.CitySettings;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.LocalPath;
import city.plaza.portal.page.Pages;
import city.plaza.portal.provider.EndedSignIn;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/** The notice before sign-in, and sign-in. */
@Controller
class SignInController {

	static final Form FORM = new Form("session/sign-in",
			Refusals.ofFields("email", "password")
				.violating("email", "required")
				.violating("password", "required")
				.beside("email", "wrong-credentials")
				.beside("password", "too-many-tries"));

	private final BrowserSessions sessions;

	private final CitySettings city;

	private final CsrfTokens csrf;

	private final SignInPage page;

	SignInController(BrowserSessions sessions, CitySettings city, CsrfTokens csrf, SignInPage page) {
		this.page = page;
		this.sessions = sessions;
		this.city = city;
		this.csrf = csrf;
	}

	record SignInForm(@Nullable String email, @Nullable String password, @Nullable String then) {

		SignInForm withoutPassword() {
			return new SignInForm(this.email, null, LocalPath.accept(this.then).orElse(null));
		}

	}

	@GetMapping("/login-notice")
	Rendering notice(@RequestParam(required = false) @Nullable String then) {
		String onward = LocalPath.accept(then)
			.map((path) -> "/sign-in?then=" + UriUtils.encode(path, StandardCharsets.UTF_8))
			.orElse("/sign-in");
		if (this.city.signInNotice().isEmpty()) {
			return Pages.seeOther(URI.create(onward));
		}
		return Rendering.view("session/notice").modelAttribute("onward", onward).build();
	}

	@GetMapping("/sign-in")
	Mono<Rendering> show(@RequestParam Map<String, String> query) {
		return this.page
			.around(filled(FORM.page(), query.get("then")).modelAttribute("timedOut", query.containsKey("timed-out"))
				.modelAttribute("reset", query.containsKey("reset"))
				.modelAttribute("ended", EndedSignIn.read(query.get("ended"))), null);
	}

	/** The sign-in as it is first shown, for the page of an ended session. */
	static Rendering.Builder<?> empty() {
		return filled(FORM.page(), null);
	}

	private static Rendering.Builder<?> filled(Rendering.Builder<?> page, @Nullable String then) {
		return page.modelAttribute("form", new SignInForm(null, null, then).withoutPassword());
	}

	@PostMapping("/sign-in")
	Mono<Rendering> signIn(@ModelAttribute("form") SignInForm form, ServerWebExchange exchange) {
		return this.sessions
			.open(new BrowserSessions.Credentials(form.email(), form.password(), DeviceCookie.of(exchange)))
			.flatMap((session) -> (session.sessionToken() != null)
					? signedIn(session.sessionToken(), session, form, exchange) : secondStep(session, form, exchange))
			.onErrorResume(ApiProblem.class,
					(problem) -> exchange.getFormData()
						.flatMap((fields) -> FORM.again(problem)
							.flatMap((page) -> this.page.around(page.modelAttribute("form", form.withoutPassword()),
									KeptForm.from(fields)))));
	}

	private Mono<Rendering> signedIn(String token, BrowserSessions.BrowserSession session, SignInForm form,
			ServerWebExchange exchange) {
		SessionCookie.set(exchange, token);
		DeviceCookie.set(exchange, session.deviceToken());
		return Onward.go(exchange, this.csrf, form.then());
	}

	/** A kept form has to go along, and cannot by an address. */
	private static Mono<Rendering> secondStep(BrowserSessions.BrowserSession session, SignInForm form,
			ServerWebExchange exchange) {
		PendingSignIn pending = new PendingSignIn(String.valueOf(session.pendingToken()),
				(session.methods() != null) ? session.methods() : List.of());
		pending.keep(exchange);
		return exchange.getFormData()
			.mapNotNull(KeptForm::from)
			.filter((kept) -> !pending.adds())
			.map((kept) -> SecondStepController.page(pending, form.then(), kept))
			.switchIfEmpty(Mono.fromSupplier(() -> Onward.to(pending.address(), form.then())));
	}

}
