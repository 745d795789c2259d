package city.plaza.portal.social;

import java.util.UUID;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import city.plaza.portal.session.DeviceCookie;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a person does who came from a provider and has no account by it yet: make one,
 * join one by its password, or name an address.
 */
@Controller
class NewPersonController {

	static final Form CREATE = new Form("social/register",
			Refusals.ofFields("givenName", "familyName")
				.violating("givenName", "required", "too-long", "invalid-characters")
				.violating("familyName", "required", "too-long", "invalid-characters"));

	static final Form JOIN = new Form("social/join", Refusals.ofFields("password")
		.beside("password", "wrong-credentials", "too-many-tries", "provider-account-taken"));

	static final Form EMAIL = new Form("social/email",
			Refusals.ofFields("email", "givenName", "familyName")
				.violating("email", "required", "invalid-email")
				.violating("givenName", "required", "too-long", "invalid-characters")
				.violating("familyName", "required", "too-long", "invalid-characters")
				.beside("email", "too-many-tries"));

	private final SocialSignIns signIns;

	private final PersonPages pages;

	NewPersonController(SocialSignIns signIns, PersonPages pages) {
		this.signIns = signIns;
		this.pages = pages;
	}

	record PersonForm(@Nullable String email, @Nullable String givenName, @Nullable String familyName,
			@Nullable String password) {

		PersonForm withoutPassword() {
			return new PersonForm(this.email, this.givenName, this.familyName, null);
		}

	}

	@GetMapping({ "/sign-in/new", "/sign-in/join", "/sign-in/email" })
	Mono<Rendering> show(ServerWebExchange exchange) {
		return this.pages.withNext(exchange, (next) -> this.pages.filled(formOf(next).page(), next,
				new PersonForm(next.email(), next.givenName(), next.familyName(), null)));
	}

	@PostMapping("/sign-in/new")
	Mono<Rendering> create(@ModelAttribute("form") PersonForm form, ServerWebExchange exchange) {
		return this.pages.withNext(exchange,
				(next) -> this.signIns
					.create(new SocialSignIns.NewAccount(PersonPages.ticket(exchange), form.givenName(),
							form.familyName(), DeviceCookie.of(exchange)))
					.map((session) -> PersonPages.signedIn(session, "/account?confirmed", exchange))
					.onErrorResume(ApiProblem.with("account-exists"),
							(problem) -> Mono.just(Pages.seeOther("/sign-in/join")))
					.onErrorResume(ApiProblem.class, (problem) -> again(CREATE, problem, next, form)));
	}

	@PostMapping("/sign-in/join")
	Mono<Rendering> join(@ModelAttribute("form") PersonForm form, ServerWebExchange exchange) {
		String password = (form.password() != null) ? form.password() : "";
		return this.pages.withNext(exchange,
				(next) -> this.signIns
					.join(new SocialSignIns.Join(PersonPages.ticket(exchange), password, DeviceCookie.of(exchange)))
					.map((session) -> PersonPages.joined(session, next, exchange))
					.onErrorResume(ApiProblem.class, (problem) -> again(JOIN, problem, next, form)));
	}

	@PostMapping("/sign-in/email")
	Mono<Rendering> register(@ModelAttribute("form") PersonForm form, ServerWebExchange exchange) {
		return this.pages.withNext(exchange,
				(next) -> this.signIns
					.register(new SocialSignIns.NewAddress(PersonPages.ticket(exchange), form.email(), form.givenName(),
							form.familyName()))
					.map((started) -> Pages.seeOther("/register/" + UUID.fromString(started.id()) + "/confirm"))
					.onErrorResume(ApiProblem.class, (problem) -> again(EMAIL, problem, next, form)));
	}

	private Mono<Rendering> again(Form form, ApiProblem problem, SocialSignIns.Next next, PersonForm typed) {
		return form.again(problem).flatMap((page) -> this.pages.filled(page, next, typed.withoutPassword()));
	}

	private static Form formOf(SocialSignIns.Next next) {
		return switch (next.step()) {
			case "join" -> JOIN;
			case "email" -> EMAIL;
			default -> CREATE;
		};
	}

}
