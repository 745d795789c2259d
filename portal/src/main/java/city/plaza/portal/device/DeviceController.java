package city.plaza.portal.device;

import java.util.Map;
import java.util.UUID;

import city.plaza.portal.page.Pages;
import city.plaza.portal.session.SessionCookie;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The sign-ins of the visitor. */
@Controller
class DeviceController {

	private static final String LIST = "/account/sign-ins";

	private final OwnSessions sessions;

	DeviceController(OwnSessions sessions) {
		this.sessions = sessions;
	}

	@GetMapping(LIST)
	Mono<Rendering> show(@RequestParam Map<String, String> query) {
		return this.sessions.all()
			.map((page) -> Rendering.view("device/sign-ins")
				.modelAttribute("sessions", page.items())
				.modelAttribute("ended", query.containsKey("ended"))
				.build());
	}

	/** Where the buttons stand, for those who come by their address. */
	@GetMapping({ LIST + "/{id}/end", LIST + "/{id}/report", LIST + "/end" })
	Rendering notByAddress() {
		return Pages.seeOther(LIST);
	}

	@PostMapping(LIST + "/{id}/end")
	Mono<Rendering> end(@PathVariable UUID id) {
		return this.sessions.end(id).thenReturn(Pages.seeOther(LIST + "?ended"));
	}

	/** Whoever it was knows the password. */
	@PostMapping(LIST + "/{id}/report")
	Mono<Rendering> report(@PathVariable UUID id) {
		return this.sessions.report(id).thenReturn(Pages.seeOther("/account/password?reported"));
	}

	@PostMapping(LIST + "/end")
	Mono<Rendering> endAll(ServerWebExchange exchange) {
		return this.sessions.endAll().then(Mono.fromSupplier(() -> {
			SessionCookie.clear(exchange);
			return Pages.seeOther("/?signed-out");
		}));
	}

}
