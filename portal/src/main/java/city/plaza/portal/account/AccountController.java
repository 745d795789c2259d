package city.plaza.portal.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import city.plaza.portal.link.CustomerLink;
import city.plaza.portal.link.CustomerLinks;
import city.plaza.portal.client.ServiceUnavailable;
import city.plaza.portal.page.Pages;
import city.plaza.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Account settings. A part whose service is down is marked as missing; the other is
 * shown.
 */
@Controller
class AccountController {

	private static final Set<String> CHANGED = Set.of("contact", "address", "name");

	private final Residents residents;

	private final CustomerLinks links;

	AccountController(Residents residents, CustomerLinks links) {
		this.residents = residents;
		this.links = links;
	}

	/**
	 * Staff have no account of a resident: after sign-in they begin at their own page.
	 */
	@GetMapping("/account")
	Mono<Rendering> show(@RequestParam Map<String, String> query, ServerWebExchange exchange) {
		Optional<Visitor> staff = Visitor.of(exchange).filter(Visitor::staff);
		if (staff.isPresent()) {
			return Mono.just(Pages.seeOther(staff.get().start()));
		}
		Mono<Optional<Residents.Resident>> resident = orMissing(this.residents.me());
		Mono<Optional<List<CustomerLink>>> linked = orMissing(this.links.all().map(CustomerLinks.Page::items));
		return Mono.zip(resident, linked)
			.map((both) -> page(both.getT1().orElse(null), both.getT2().orElse(null), query));
	}

	private Rendering page(Residents.@Nullable Resident resident, @Nullable List<CustomerLink> links,
			Map<String, String> query) {
		boolean whole = resident != null && links != null;
		Rendering.Builder<?> page = Rendering.view("account/account")
			.status(whole ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
		if (resident != null) {
			page.modelAttribute("resident", resident);
		}
		if (links != null) {
			page.modelAttribute("links", links);
			links.stream()
				.filter((link) -> link.customerNumber().equals(query.get("linked")))
				.findFirst()
				.ifPresent((link) -> page.modelAttribute("linked", link));
		}
		return page.modelAttribute("changed", CHANGED.contains(query.getOrDefault("changed", "")))
			.modelAttribute("emailChanged", query.containsKey("email-changed"))
			.modelAttribute("passwordChanged", query.containsKey("password-changed"))
			.modelAttribute("removed", query.containsKey("removed"))
			.build();
	}

	private static <T> Mono<Optional<T>> orMissing(Mono<T> part) {
		return part.map(Optional::of).onErrorResume(ServiceUnavailable.class, (outage) -> Mono.just(Optional.empty()));
	}

}
