package city.plaza.portal.session;

import city.plaza.platform.problem.RequestLog;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.ServiceUnavailable;
import city.plaza.portal.page.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Ends the session, and forgets it in this browser whatever happens. */
@Controller
class SignOutController {

	private static final Logger log = LoggerFactory.getLogger(SignOutController.class);

	private final BrowserSessions sessions;

	SignOutController(BrowserSessions sessions) {
		this.sessions = sessions;
	}

	@PostMapping("/sign-out")
	Mono<Rendering> signOut(ServerWebExchange exchange) {
		return exchange.getPrincipal()
			.ofType(Authentication.class)
			.flatMap((visitor) -> end().thenReturn(true))
			.defaultIfEmpty(false)
			.doOnNext((any) -> SessionCookie.clear(exchange))
			.map((any) -> Pages.seeOther("/?signed-out"));
	}

	/** Who comes by address and not by button has changed nothing. */
	@GetMapping("/sign-out")
	Rendering notByAddress() {
		return Pages.seeOther("/");
	}

	private Mono<Void> end() {
		return this.sessions.endCurrent().onErrorResume((error) -> {
			if (error instanceof ApiProblem || error instanceof ServiceUnavailable) {
				return RequestLog
					.write(() -> log.warn("A session was forgotten in its browser only, and ends by its idle time: {}",
							error.toString()));
			}
			return Mono.error(error);
		});
	}

}
