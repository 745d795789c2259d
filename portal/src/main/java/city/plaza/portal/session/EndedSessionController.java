package city.plaza.portal.session;

import java.time.Clock;
import java.util.Map;

import city.plaza.portal.page.Pages;
import city.plaza.portal.page.SignInAgain;
import city.plaza.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Keeps a session, and what was typed when one has ended. */
@Controller
class EndedSessionController {

	private final Clock clock;

	private final SignInPage page;

	EndedSessionController(Clock clock, SignInPage page) {
		this.page = page;
		this.clock = clock;
	}

	/** Takes a form whose sender has to sign in first, and shows the sign-in with it. */
	@PostMapping(SignInAgain.FORM_ADDRESS)
	Mono<Rendering> keep(@RequestParam(required = false) @Nullable String then, ServerWebExchange exchange) {
		return exchange.getFormData()
			.flatMap((sent) -> this.page.around(SignInController.empty(), KeptForm.of(then, sent)));
	}

	/** Who comes by address has sent no form. */
	@GetMapping(SignInAgain.FORM_ADDRESS)
	Rendering notByAddress() {
		return Pages.seeOther("/sign-in");
	}

	/** For the script that announces the end: to ask is to use the session. */
	@GetMapping("/session")
	@ResponseBody
	ResponseEntity<Map<String, Long>> use(ServerWebExchange exchange) {
		long left = Visitor.of(exchange).map((visitor) -> visitor.secondsLeft(this.clock.instant())).orElse(0L);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("seconds", left));
	}

}
