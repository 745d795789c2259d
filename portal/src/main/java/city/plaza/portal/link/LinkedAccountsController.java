package city.plaza.portal.link;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** The linked accounts, and removing one after a confirmation. */
@Controller
class LinkedAccountsController {

	private final CustomerLinks links;

	LinkedAccountsController(CustomerLinks links) {
		this.links = links;
	}

	@GetMapping("/linked-accounts")
	Mono<Rendering> list() {
		return this.links.all()
			.map((links) -> Rendering.view("link/list").modelAttribute("links", links.items()).build());
	}

	/** A link that was removed in another tab is seen to be gone in the list. */
	@GetMapping("/linked-accounts/{id}/remove")
	Mono<Rendering> ask(@PathVariable String id) {
		return this.links.all()
			.flatMapIterable(CustomerLinks.Page::items)
			.filter((link) -> link.id().equals(id))
			.next()
			.map((link) -> Rendering.view("link/remove").modelAttribute("link", link).build())
			.switchIfEmpty(Mono.fromSupplier(() -> Pages.seeOther("/linked-accounts")));
	}

	/** A link that was already removed needs nothing more. */
	@PostMapping("/linked-accounts/{id}/remove")
	Mono<Rendering> remove(@PathVariable String id) {
		return this.links.remove(id)
			.onErrorResume(ApiProblem.with(ApiProblem.NOT_FOUND), (gone) -> Mono.empty())
			.thenReturn(Pages.seeOther("/account?removed"));
	}

}
