package city.plaza.portal.social;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import city.plaza.portal.proof.Proof;
import city.plaza.portal.provider.EndedSignIn;
import city.plaza.portal.provider.ProviderList;
import city.plaza.portal.provider.SignInProviders;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** The sign-in methods of the visitor. */
@Controller
@RequestMapping(MethodController.PAGE)
class MethodController {

	static final String PAGE = "/account/sign-in-methods";

	static final Form FORM = new Form("social/change",
			Refusals.ofFields("submit").beside("submit", "last-sign-in-method", "provider-unavailable"));

	private final SocialSignIns signIns;

	private final SignInProviders providers;

	MethodController(SocialSignIns signIns, SignInProviders providers) {
		this.signIns = signIns;
		this.providers = providers;
	}

	/**
	 * One method as the page shows it.
	 *
	 * @param method of the account
	 * @param name of its provider
	 */
	record Shown(SocialSignIns.Method method, String name) {
	}

	@GetMapping
	Mono<Rendering> show(@RequestParam Map<String, String> query) {
		return Mono.zip(this.signIns.methods(), this.providers.all())
			.map((both) -> Rendering.view("social/methods")
				.modelAttribute("methods", both.getT1())
				.modelAttribute("shown", shown(both.getT1(), both.getT2()))
				.modelAttribute("providers", both.getT2())
				.modelAttribute("connected", query.containsKey("connected"))
				.modelAttribute("removed", query.containsKey("removed"))
				.modelAttribute("ended", EndedSignIn.read(query.get("ended")))
				.build());
	}

	private static List<Shown> shown(SocialSignIns.Methods methods, List<ProviderList.Provider> providers) {
		Map<String, String> names = providers.stream()
			.collect(Collectors.toMap(ProviderList.Provider::id, ProviderList.Provider::name));
		return methods.items()
			.stream()
			.map((method) -> new Shown(method, names.getOrDefault(method.provider(), method.provider())))
			.toList();
	}

	@GetMapping("/connect/{provider}")
	Mono<Rendering> askToConnect(@PathVariable String provider) {
		return connecting(FORM.page(), provider);
	}

	/**
	 * Goes on by a page with a link: the policy for forms names no foreign sites. By form
	 * all the same, or another site could begin this in its visitor's name.
	 */
	@PostMapping("/connect/{provider}")
	Mono<Rendering> connect(@PathVariable String provider, ServerWebExchange exchange) {
		return Proof
			.at(connectPage(provider),
					this.signIns.connect(new SocialSignIns.Connection(provider))
						.flatMap((started) -> leave(started, provider, exchange)))
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).flatMap((page) -> connecting(page, provider)));
	}

	private Mono<Rendering> leave(SocialSignIns.Started started, String provider, ServerWebExchange exchange) {
		return this.providers.nameOf(provider).map((name) -> {
			SocialCookie.set(exchange, SocialCookie.FLOW, started.flow());
			return Rendering.view("social/leave")
				.modelAttribute("address", started.address())
				.modelAttribute("provider", name)
				.build();
		});
	}

	@GetMapping("/{id}/remove")
	Mono<Rendering> askToRemove(@PathVariable UUID id) {
		return removing(FORM.page(), id);
	}

	@PostMapping("/{id}/remove")
	Mono<Rendering> remove(@PathVariable UUID id) {
		return Proof
			.at(removePage(id), this.signIns.remove(id.toString()).thenReturn(Pages.seeOther(PAGE + "?removed")))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).flatMap((page) -> removing(page, id)));
	}

	private Mono<Rendering> connecting(Rendering.Builder<?> page, String provider) {
		return this.providers.all()
			.flatMapIterable((all) -> all)
			.filter((known) -> known.id().equals(provider))
			.next()
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.map((known) -> asking(page, connectPage(known.id()), known.name(), false));
	}

	private Mono<Rendering> removing(Rendering.Builder<?> page, UUID id) {
		return this.signIns.methods()
			.flatMapIterable(SocialSignIns.Methods::items)
			.filter((method) -> method.id().equals(id.toString()))
			.next()
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.flatMap((method) -> this.providers.nameOf(method.provider()))
			.map((name) -> asking(page, removePage(id), name, true));
	}

	private static Rendering asking(Rendering.Builder<?> page, String action, String name, boolean removing) {
		return page.modelAttribute("action", action)
			.modelAttribute("provider", name)
			.modelAttribute("removing", removing)
			.build();
	}

	private static String connectPage(String provider) {
		return PAGE + "/connect/" + provider;
	}

	private static String removePage(UUID id) {
		return PAGE + "/" + id + "/remove";
	}

}
