package city.plaza.portal.bill;

import java.util.List;

import city.plaza.portal.link.CustomerLink;
import city.plaza.portal.link.CustomerLinks;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The navigation's links before a customer is chosen: straight to the only one, else to
 * the list.
 */
@Controller
class ChosenCustomerController {

	private final CustomerLinks links;

	ChosenCustomerController(CustomerLinks links) {
		this.links = links;
	}

	@GetMapping("/customer-information")
	Mono<Rendering> information() {
		return to("/customers/{customerNumber}");
	}

	@GetMapping("/manage-bills")
	Mono<Rendering> bills() {
		return to("/customers/{customerNumber}/bills");
	}

	private Mono<Rendering> to(String page) {
		return this.links.all().map((all) -> choose(all.items(), page));
	}

	private static Rendering choose(List<CustomerLink> links, String page) {
		return (links.size() == 1) ? Pages.seeOther(page, links.getFirst().customerNumber())
				: Pages.seeOther("/linked-accounts");
	}

}
