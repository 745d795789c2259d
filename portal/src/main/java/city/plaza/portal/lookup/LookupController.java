package city.plaza.portal.lookup;

import java.time.Clock;
import java.util.Map;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The search for a bill by its two numbers; what it found has a page of its own. */
@Controller
class LookupController {

	static final Form FORM = new Form("lookup/search",
			Refusals.ofFields("customerNumber", "billNumber")
				.violating("customerNumber", "required", "wrong-length")
				.violating("billNumber", "required", "wrong-length")
				.beside("customerNumber", "no-such-bill", "too-many-lookups"));

	private final BillLookups lookups;

	private final Clock clock;

	LookupController(BillLookups lookups, Clock clock) {
		this.lookups = lookups;
		this.clock = clock;
	}

	@GetMapping("/bill-search")
	Rendering show(@RequestParam Map<String, String> query, ServerWebExchange exchange) {
		return filled(FORM.page(), LookupForm.of(RememberedNumbers.of(exchange)))
			.modelAttribute("ended", query.containsKey("ended"))
			.modelAttribute("closed", query.containsKey("closed"))
			.build();
	}

	/** Forgotten is at once; remembered is what led to a bill. */
	@PostMapping("/bill-search")
	Mono<Rendering> search(@ModelAttribute("form") LookupForm form, ServerWebExchange exchange) {
		if (form.remember() == null) {
			RememberedNumbers.forget(exchange);
		}
		return this.lookups.lookUp(form.numbers()).map((found) -> {
			FoundBillCookie.set(exchange, found, this.clock.instant());
			if (form.remember() != null) {
				RememberedNumbers.keep(exchange, form.numbers());
			}
			return Pages.seeOther("/bill-search/bill");
		}).onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).map((page) -> filled(page, form).build()));
	}

	private static Rendering.Builder<?> filled(Rendering.Builder<?> page, LookupForm form) {
		return page.modelAttribute("form", form);
	}

}
