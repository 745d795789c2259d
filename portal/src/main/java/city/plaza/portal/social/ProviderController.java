package city.plaza.portal.social;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.LocalPath;
import city.plaza.portal.page.Pages;
import city.plaza.portal.page.Visitor;
import city.plaza.portal.provider.EndedSignIn;
import city.plaza.portal.session.DeviceCookie;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** The way to a provider and back. */
@Controller
class ProviderController {

	private static final String METHODS = "/account/sign-in-methods";

	private final SocialSignIns signIns;

	ProviderController(SocialSignIns signIns) {
		this.signIns = signIns;
	}

	/**
	 * A link and no form: our policy for forms names no foreign sites, and nothing is
	 * stored yet.
	 */
	@GetMapping("/sign-in/with/{provider}")
	Mono<Rendering> go(@PathVariable String provider, @RequestParam(required = false) @Nullable String then,
			ServerWebExchange exchange) {
		return this.signIns.start(new SocialSignIns.Start(provider, LocalPath.accept(then).orElse(null)))
			.map((started) -> away(started, exchange))
			.onErrorResume(ApiProblem.with("provider-unavailable"),
					(problem) -> Mono.just(ended("/sign-in", "unavailable")));
	}

	static Rendering away(SocialSignIns.Started started, ServerWebExchange exchange) {
		SocialCookie.set(exchange, SocialCookie.FLOW, started.flow());
		return Pages.seeOther(URI.create(started.address()));
	}

	/**
	 * Some providers come back by a form of their own site, with which no cookie of ours
	 * is sent. From here the browser comes by GET, with its cookies; what else the form
	 * holds is left out.
	 */
	@PostMapping("/sign-in/with/{provider}/callback")
	Mono<Rendering> back(@PathVariable String provider, ServerWebExchange exchange) {
		return exchange.getFormData().map((form) -> {
			UriComponentsBuilder address = UriComponentsBuilder.fromPath("/sign-in/with/{provider}/callback");
			Map<String, Object> values = new HashMap<>(Map.of("provider", provider));
			for (String name : List.of("code", "state", "error", "iss")) {
				String value = form.getFirst(name);
				if (value != null) {
					address.queryParam(name, "{" + name + "}");
					values.put(name, value);
				}
			}
			return Pages.seeOther(address.encode().buildAndExpand(values).toUri());
		});
	}

	@GetMapping("/sign-in/with/{provider}/callback")
	Mono<Rendering> back(@PathVariable String provider, @RequestParam Map<String, String> query,
			ServerWebExchange exchange) {
		SocialSignIns.Return response = new SocialSignIns.Return(provider, SocialCookie.of(exchange, SocialCookie.FLOW),
				query.get("state"), query.get("code"), query.get("error"), query.get("iss"), DeviceCookie.of(exchange));
		return this.signIns.receive(response).map((returned) -> next(returned, exchange));
	}

	private static Rendering next(SocialSignIns.Returned returned, ServerWebExchange exchange) {
		SocialCookie.clear(exchange, SocialCookie.FLOW);
		SocialSignIns.Session session = (returned.session() != null) ? returned.session() : returned.secondStep();
		if (session != null) {
			return PersonPages.signedIn(session, returned.then(), exchange);
		}
		if (returned.ticket() != null) {
			SocialCookie.set(exchange, SocialCookie.TICKET, returned.ticket());
			return Pages.seeOther("/sign-in/new");
		}
		if ("connected".equals(returned.step())) {
			return Pages.seeOther(METHODS + "?connected");
		}
		boolean again = "expired".equals(returned.reason()) && Visitor.of(exchange).isPresent();
		String from = (returned.connecting() || again) ? METHODS : "/sign-in";
		return ended(from, String.valueOf(returned.reason()));
	}

	static Rendering ended(String page, String reason) {
		return Pages.seeOther(page + "?ended={reason}", EndedSignIn.read(reason));
	}

}
