package city.plaza.portal.link;

import java.nio.charset.StandardCharsets;

import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

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

	LinkController(CustomerLinks links, Explanations explanations) {
		this.links = links;
		this.explanations = explanations;
	}

	record LinkForm(@Nullable String number, @Nullable String name) {
	}

	@GetMapping("/linked-accounts/new")
	Rendering show() {
		return Rendering.view(VIEW).modelAttribute("form", new LinkForm(null, null)).build();
	}

	@PostMapping("/linked-accounts/new")
	Mono<Rendering> link(@ModelAttribute("form") LinkForm form) {
		return this.links.link(new CustomerLinks.Wanted(form.number(), form.name()))
			.map((link) -> Pages
				.seeOther("/account?linked=" + UriUtils.encode(link.customerNumber(), StandardCharsets.UTF_8)))
			.onErrorResume(ApiProblem.class, (problem) -> Mono.just(refused(form, problem)));
	}

	private Rendering refused(LinkForm form, ApiProblem problem) {
		if (problem.status().is5xxServerError()) {
			throw problem;
		}
		return Pages.again(VIEW, this.explanations.explain(problem, "number")).modelAttribute("form", form).build();
	}

}
