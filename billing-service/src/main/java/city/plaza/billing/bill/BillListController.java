package city.plaza.billing.bill;

import city.plaza.billing.ledger.BillSettings;
import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.bill.BillPage.Item;
import city.plaza.billing.bill.BillPages.Query;
import city.plaza.billing.ledger.BillSettings.BillYears;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.money.Money;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Bills")
class BillListController {

	private static final int LARGEST_PAGE = 200;

	private final BillPages pages;

	private final BillSettings settings;

	private final AsOf asOf;

	BillListController(BillPages pages, BillSettings settings, AsOf asOf) {
		this.pages = pages;
		this.settings = settings;
		this.asOf = asOf;
	}

	@GetMapping("/api/v1/customers/{customerNumber}/bills")
	@Operation(summary = "The bills of a linked customer, as of a date",
			description = "Count and totals are over all bills of the window of years, on this page or not. "
					+ "Latest pay-by date first. Paid bills stay in the list.")
	Mono<BillList> bills(@PathVariable CustomerNumber customerNumber, @RequestParam @Nullable String asOf,
			@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int limit, Caller caller) {
		LocalDate date = this.asOf.read(asOf);
		Query query = new Query(caller.id(), customerNumber, date, BillCursor.read(cursor),
				Page.limit(limit, LARGEST_PAGE));
		return this.pages.page(query)
			.map((page) -> BillList.of(query, page, this.settings.years()))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

	record BillList(CustomerNumber customerNumber, LocalDate asOf, BillYears billYears, long count, Money totalUnpaid,
			Money totalBalanceDue, List<Item> items, @Nullable String next) {

		static BillList of(Query query, BillPage page, BillYears years) {
			Item last = page.more() ? page.items().getLast() : null;
			String next = (last != null) ? new BillCursor(last.payBy(), last.billNumber().value()).text() : null;
			return new BillList(query.customer(), query.asOf(), years, page.count(), page.totalUnpaid(),
					page.totalBalanceDue(), page.items(), next);
		}

	}

}
