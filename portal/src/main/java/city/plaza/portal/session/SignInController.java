package city.plaza.portal.session;

import java.nio.charset.StandardCharsets;

import city.plaza.portal.city.CitySettings;
import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.Pages;
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

	private static final String VIEW = "session/sign-in";

	private final BrowserSessions sessions;

	private final Explanations explanations;

	private final CitySettings city;

	SignInController(BrowserSessions sessions, Explanations explanations, CitySettings city) {
		this.sessions = sessions;
		this.explanations = explanations;
		this.city = city;
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
			return Pages.seeOther(onward);
		}
		return Rendering.view("session/notice").modelAttribute("onward", onward).build();
	}

	@GetMapping("/sign-in")
	Rendering show(@RequestParam(required = false) @Nullable String then) {
		return Rendering.view(VIEW).modelAttribute("form", new SignInForm(null, null, then).withoutPassword()).build();
	}

	@PostMapping("/sign-in")
	Mono<Rendering> signIn(@ModelAttribute("form") SignInForm form, ServerWebExchange exchange) {
		return this.sessions
			.open(new BrowserSessions.Credentials(form.email(), form.password(), DeviceCookie.of(exchange)))
			.doOnNext((session) -> {
				SessionCookie.set(exchange, session.sessionToken());
				DeviceCookie.set(exchange, session.deviceToken());
			})
			.map((session) -> Pages.seeOther(LocalPath.accept(form.then()).orElse("/account")))
			.onErrorResume(ApiProblem.class, (problem) -> Mono.just(refused(form, problem)));
	}

	private Rendering refused(SignInForm form, ApiProblem problem) {
		if (problem.status().is5xxServerError() || problem.status().value() == 404) {
			throw problem;
		}
		return Pages.again(VIEW, this.explanations.explain(problem, "email"))
			.modelAttribute("form", form.withoutPassword())
			.build();
	}

}
