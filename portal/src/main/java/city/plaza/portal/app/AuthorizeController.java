package city.plaza.portal.app;

import java.net.URI;
import java.util.Objects;

import city.plaza.portal.client.ApiProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Asks a resident whether an app may sign in. It is always asked: a program that has
 * taken the app's address must not get in by itself (RFC 8252, section 8.6). The way back
 * is a link that the browser follows by itself, since a form may not lead out of here.
 */
@Controller
class AuthorizeController {

	private final Authorizations authorizations;

	AuthorizeController(Authorizations authorizations) {
		this.authorizations = authorizations;
	}

	record AnswerForm(@Nullable String request, @Nullable String answer) {
	}

	@GetMapping("/oauth2/authorize")
	Mono<Rendering> ask(ServerWebExchange exchange) {
		String query = Objects.requireNonNullElse(exchange.getRequest().getURI().getRawQuery(), "");
		return this.authorizations.check(new Authorizations.Request(query, false))
			.map((check) -> (check.address() != null) ? back(check.address())
					: Rendering.view("app/authorize")
						.modelAttribute("app", String.valueOf(check.app()))
						.modelAttribute("request", query)
						.build())
			.onErrorResume(ApiProblem.class, AuthorizeController::unknownApp);
	}

	@PostMapping("/oauth2/authorize")
	Mono<Rendering> answer(@ModelAttribute("form") AnswerForm form) {
		boolean denied = !"yes".equals(form.answer());
		return this.authorizations
			.authorize(new Authorizations.Request(Objects.requireNonNullElse(form.request(), ""), denied))
			.map((authorization) -> back(authorization.address()))
			.onErrorResume(ApiProblem.class, AuthorizeController::unknownApp);
	}

	private static Rendering back(URI address) {
		return Rendering.view("app/back")
			.header("Refresh", "0; url=" + address)
			.header("Referrer-Policy", "no-referrer")
			.modelAttribute("address", address.toString())
			.build();
	}

	private static Mono<Rendering> unknownApp(ApiProblem problem) {
		return problem.is("unknown-app")
				? Mono.just(Rendering.view("app/unknown").status(HttpStatus.BAD_REQUEST).build()) : Mono.error(problem);
	}

}
