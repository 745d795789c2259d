package city.plaza.portal.social;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.LocalPath;
import city.plaza.portal.page.Pages;
import city.plaza.portal.provider.SignInProviders;
import city.plaza.portal.session.DeviceCookie;
import city.plaza.portal.session.SecondStep;
import city.plaza.portal.session.SessionCookie;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** What the pages of a person have in common who came from a provider. */
@Component
class PersonPages {

	private final SocialSignIns signIns;

	private final SignInProviders providers;

	PersonPages(SocialSignIns signIns, SignInProviders providers) {
		this.signIns = signIns;
		this.providers = providers;
	}

	/**
	 * A page about what the person has to do next, or the sign-in where it is too late.
	 */
	Mono<Rendering> withNext(ServerWebExchange exchange, Function<SocialSignIns.Next, Mono<Rendering>> page) {
		return this.signIns.next(new SocialSignIns.Ticket(ticket(exchange)))
			.flatMap(page)
			.onErrorResume(ApiProblem.with("social-sign-in-expired"), (problem) -> {
				SocialCookie.clear(exchange, SocialCookie.TICKET);
				return Mono.just(ProviderController.ended("/sign-in", "expired"));
			});
	}

	/** Names the providers on a page. */
	Mono<Rendering> filled(Rendering.Builder<?> page, SocialSignIns.Next next, Object form) {
		Mono<List<String>> others = Flux.fromIterable(next.signInBy()).concatMap(this.providers::nameOf).collectList();
		return Mono.zip(this.providers.nameOf(next.provider()), others)
			.map((names) -> page.modelAttribute("form", form)
				.modelAttribute("next", next)
				.modelAttribute("provider", names.getT1())
				.modelAttribute("others", names.getT2())
				.build());
	}

	static @Nullable String ticket(ServerWebExchange exchange) {
		return SocialCookie.of(exchange, SocialCookie.TICKET);
	}

	/**
	 * After an account was proved. Who has to take a second step is not connected yet,
	 * and goes on to where that is done.
	 */
	static Rendering joined(SocialSignIns.Session session, SocialSignIns.Next next, ServerWebExchange exchange) {
		return (session.sessionToken() != null) ? signedIn(session, next.then(), exchange)
				: signedIn(session, "/account/sign-in-methods/connect/" + next.provider(), exchange);
	}

	/** Signs the browser in, or leads to the second step, which does. */
	static Rendering signedIn(SocialSignIns.Session session, @Nullable String then, ServerWebExchange exchange) {
		SocialCookie.clear(exchange, SocialCookie.TICKET);
		if (session.sessionToken() == null) {
			return SecondStep.begin(String.valueOf(session.pendingToken()),
					Objects.requireNonNullElse(session.methods(), List.of()), then, exchange);
		}
		SessionCookie.set(exchange, session.sessionToken());
		DeviceCookie.set(exchange, session.deviceToken());
		return Pages.seeOther(URI.create(LocalPath.accept(then).orElse("/")));
	}

}
