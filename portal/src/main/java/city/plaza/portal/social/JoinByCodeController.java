package city.plaza.portal.social;

import java.util.Map;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import city.plaza.portal.session.DeviceCookie;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Joining a provider to an account by an emailed code instead of the password. */
@Controller
class JoinByCodeController {

	static final Form FORM = new Form("social/join-code",
			Refusals.ofFields("code")
				.violating("code", "required")
				.beside("code", "wrong-code", "expired-code", "code-tries-spent", "code-already-used",
						"resend-too-soon", "too-many-codes", "too-many-tries", "provider-account-taken"));

	private static final String PAGE = "/sign-in/join/code";

	private final SocialSignIns signIns;

	private final PersonPages pages;

	JoinByCodeController(SocialSignIns signIns, PersonPages pages) {
		this.signIns = signIns;
		this.pages = pages;
	}

	record CodeForm(@Nullable String code) {

		/** As people type and paste it: with spaces or dashes between. */
		String digits() {
			return (this.code != null) ? this.code.replaceAll("[\\s-]", "") : "";
		}

	}

	/** Whether a code was sent before. */
	record SendForm(@Nullable String again) {
	}

	/** Where the button stands, for those who come by its address. */
	@GetMapping("/sign-in/join/codes")
	Rendering notByAddress() {
		return Pages.seeOther("/sign-in/join");
	}

	/** A first code, or another one. */
	@PostMapping("/sign-in/join/codes")
	Mono<Rendering> send(@ModelAttribute("form") SendForm form, ServerWebExchange exchange) {
		return this.pages.withNext(exchange,
				(next) -> this.signIns.sendJoinCode(new SocialSignIns.Ticket(PersonPages.ticket(exchange)))
					.thenReturn(Pages.seeOther((form.again() != null) ? PAGE + "?sent" : PAGE))
					.onErrorResume(ApiProblem.class, (problem) -> again(problem, next, new CodeForm(null))));
	}

	@GetMapping(PAGE)
	Mono<Rendering> show(@RequestParam Map<String, String> query, ServerWebExchange exchange) {
		return this.pages.withNext(exchange,
				(next) -> "join".equals(next.step()) ? this.pages
					.filled(FORM.page().modelAttribute("sent", query.containsKey("sent")), next, new CodeForm(null))
						: Mono.just(Pages.seeOther("/sign-in/new")));
	}

	@PostMapping(PAGE)
	Mono<Rendering> join(@ModelAttribute("form") CodeForm form, ServerWebExchange exchange) {
		return this.pages.withNext(exchange,
				(next) -> form.digits().isEmpty()
						? this.pages.filled(FORM.again(FormErrors.of(FormError.of("code", "required"))), next, form)
						: join(form, next, exchange));
	}

	private Mono<Rendering> join(CodeForm form, SocialSignIns.Next next, ServerWebExchange exchange) {
		return this.signIns
			.joinByCode(
					new SocialSignIns.JoinCode(PersonPages.ticket(exchange), form.digits(), DeviceCookie.of(exchange)))
			.map((session) -> PersonPages.joined(session, next, exchange))
			.onErrorResume(ApiProblem.class, (problem) -> again(problem, next, form));
	}

	/** What ended the sign-in as a whole is no matter of the field. */
	private Mono<Rendering> again(ApiProblem problem, SocialSignIns.Next next, CodeForm form) {
		return problem.is("social-sign-in-expired") ? Mono.error(problem)
				: FORM.again(problem).flatMap((page) -> this.pages.filled(page, next, form));
	}

}
