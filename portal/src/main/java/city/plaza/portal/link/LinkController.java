package city.plaza.portal.link;

import java.nio.charset.StandardCharsets;

import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.FormErrors;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriUtils;

/** Customer account linking. */
@Controller
class LinkController {

	private static final String VIEW = "link/new";

	private final CustomerLinks links;

	private final Explanations explanations;

	private final String currency;

	LinkController(CustomerLinks links, Explanations explanations, @Value("${plaza.portal.currency}") String currency) {
		this.links = links;
		this.explanations = explanations;
		this.currency = currency;
	}

	@GetMapping("/linked-accounts/new")
	Rendering show() {
		return Rendering.view(VIEW).modelAttribute("form", LinkForm.empty()).build();
	}

	@PostMapping("/linked-accounts/new")
	Mono<Rendering> link(@ModelAttribute("form") LinkForm form) {
		FormErrors errors = form.errors(this.explanations, this.currency);
		if (errors.any()) {
			return Mono.just(again(form, errors));
		}
		return this.links.link(form.wanted(this.currency))
			.map((link) -> Pages
				.seeOther("/account?linked=" + UriUtils.encode(link.customerNumber(), StandardCharsets.UTF_8)))
			.onErrorResume(ApiProblem.class, (problem) -> Mono.just(refused(form, problem)));
	}

	private Rendering refused(LinkForm form, ApiProblem problem) {
		if (problem.status().is5xxServerError()) {
			throw problem;
		}
		if (problem.is("further-proof-required")) {
			return again(form.askingForABill(), this.explanations.explain(problem, LinkForm.BILL_NUMBER));
		}
		return again(form, this.explanations.explain(problem, "number"));
	}

	private static Rendering again(LinkForm form, FormErrors errors) {
		return Pages.again(VIEW, errors).modelAttribute("form", form).build();
	}

}
