package city.plaza.portal.home;

import java.util.Map;

import city.plaza.portal.page.Pages;
import city.plaza.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The home page, at one address for all: it welcomes a visitor, shows a resident what is
 * to do, and leads staff on to their own page.
 */
@Controller
class HomeController {

	private final ReadDashboard readDashboard;

	HomeController(ReadDashboard readDashboard) {
		this.readDashboard = readDashboard;
	}

	@GetMapping("/")
	Mono<Rendering> home(@RequestParam Map<String, String> query, ServerWebExchange exchange) {
		@Nullable Visitor visitor = Visitor.of(exchange).orElse(null);
		if (visitor == null) {
			return Mono.just(Rendering.view("home/welcome")
				.modelAttribute("accountDeleted", query.containsKey("account-deleted"))
				.modelAttribute("signedOut", query.containsKey("signed-out"))
				.build());
		}
		return visitor.staff() ? Mono.just(Pages.seeOther(visitor.start()))
				: this.readDashboard.read()
					.map((dashboard) -> Rendering.view("home/dashboard")
						.modelAttribute("home", dashboard)
						.modelAttribute("registered", query.containsKey("registered"))
						.build());
	}

}
