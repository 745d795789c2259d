package city.plaza.portal.lookup;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The bill that was found in this browser, for a short time. */
@Controller
class FoundBillController {

	private final BillLookups lookups;

	FoundBillController(BillLookups lookups) {
		this.lookups = lookups;
	}

	@GetMapping("/bill-search/bill")
	Mono<Rendering> show(ServerWebExchange exchange) {
		return Mono.justOrEmpty(FoundBillCookie.of(exchange))
			.flatMap(this.lookups::read)
			.map((found) -> Rendering.view("lookup/bill").modelAttribute("bill", found.bill()).build())
			.onErrorResume(ApiProblem.with(ApiProblem.NOT_FOUND), (gone) -> Mono.empty())
			.switchIfEmpty(Mono.fromSupplier(() -> {
				FoundBillCookie.clear(exchange);
				return Pages.seeOther("/bill-search?ended");
			}));
	}

	/** For those who share a computer. */
	@PostMapping("/bill-search/close")
	Rendering close(ServerWebExchange exchange) {
		FoundBillCookie.clear(exchange);
		return Pages.seeOther("/bill-search?closed");
	}

	/** Who comes by address and not by button has closed nothing. */
	@GetMapping("/bill-search/close")
	Rendering notByAddress() {
		return Pages.seeOther("/bill-search/bill");
	}

}
