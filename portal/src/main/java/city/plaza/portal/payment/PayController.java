package city.plaza.portal.payment;

import java.net.URI;
import java.util.Optional;

import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** The first steps of paying bills: how much of each, then all answers to check. */
@Controller
class PayController {

	static final Form AMOUNTS = new Form("payment/amounts", Refusals.ofFields("amount"));

	private final SelectedBills selected;

	PayController(SelectedBills selected) {
		this.selected = selected;
	}

	/** A bill alone; by POST too, as pages of the release before sent it. */
	@RequestMapping(path = "/bills/{billNumber}/pay", method = { RequestMethod.GET, RequestMethod.POST })
	Rendering one(@PathVariable String billNumber) {
		return Pages.seeOther("/payments/new?bill={bill}&back=/bills/{bill}", billNumber, billNumber);
	}

	@GetMapping("/payments/new")
	Mono<Rendering> amounts(@RequestParam MultiValueMap<String, String> query) {
		PaymentChoice choice = PaymentChoice.of(query);
		return obstacle(choice).orElseGet(() -> this.selected.read(choice)
			.map((selection) -> selection.asksAmounts() ? asked(AMOUNTS.page(), selection)
					: Pages.seeOther(URI.create(choice.check()))));
	}

	@GetMapping(CheckController.PATH)
	Mono<Rendering> check(@RequestParam MultiValueMap<String, String> query) {
		PaymentChoice choice = PaymentChoice.of(query);
		return obstacle(choice).orElseGet(() -> this.selected.read(choice).map(PayController::checked));
	}

	private static Rendering checked(Selection selection) {
		if (selection.asksAmounts() && !selection.choice().priced()) {
			return Pages.seeOther(URI.create(selection.choice().amounts()));
		}
		FormErrors errors = selection.errors();
		if (errors.any()) {
			return asked(AMOUNTS.again(errors), selection);
		}
		return selection.onlyOneUnpayable()
			.map((bill) -> Pages.seeOther("/bills/{billNumber}", bill.billNumber()))
			.orElseGet(() -> CheckController.filled(CheckController.FORM.page(), selection, CheckForm.fresh()));
	}

	/** Back to where bills are selected, which says what is missing. */
	private static Optional<Mono<Rendering>> obstacle(PaymentChoice choice) {
		return choice.obstacle().map((why) -> Mono.just(Pages.seeOther(URI.create(choice.backWith(why)))));
	}

	private static Rendering asked(Rendering.Builder<?> page, Selection selection) {
		return page.modelAttribute("selection", selection).modelAttribute("back", selection.choice().back()).build();
	}

}
