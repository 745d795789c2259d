package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.bill.BillPage.Facets;
import city.plaza.billing.bill.BillPage.Item;
import city.plaza.billing.bill.BillPages.Query;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillSettings.BillYears;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.money.Money;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Bills", description = "Numbered demands for payment, as of any date.")
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

	@Problems({ AsOf.InvalidDate.class, BillChoice.Invalid.class })
	@GetMapping("/api/v1/customers/{customerNumber}/bills")
	@Operation(operationId = "listBills", summary = "The bills of a linked customer, as of a date",
			description = "Count and totals are over all bills of the window of years, whatever is chosen by state, year and "
					+ "type; `matching` counts those that are. To read them all, follow `next`: no bill is missed or "
					+ "given twice while others change. To show them to a person, ask for a `page` by its number.")
	Mono<BillList> bills(
			@Parameter(
					description = "The Customer ID, as shown on a bill.") @PathVariable CustomerNumber customerNumber,
			@Parameter(
					description = "The date that every figure is computed for, such as 2021-06-15; today in the city if absent.",
					schema = @Schema(type = "string", format = "date")) @RequestParam(
							required = false) @Nullable String asOf,
			@Parameter(description = "The `next` of the page before; absent for the first one.") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "The most bills to list.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "200",
							defaultValue = "50")) @RequestParam(defaultValue = "50") int limit,
			@Parameter(description = "Only bills with something unpaid as of the date, or with nothing unpaid.",
					schema = @Schema(type = "string", allowableValues = { "all", "unpaid", "paid" },
							defaultValue = "all")) @RequestParam(defaultValue = "all") String state,
			@Parameter(description = "Only bills of this fiscal year.",
					schema = @Schema(type = "integer", format = "int32", example = "2021")) @RequestParam(
							required = false) @Nullable String year,
			@Parameter(description = "Only bills of this type, by its code.",
					schema = @Schema(type = "string", maxLength = 40, example = "CLAIMS")) @RequestParam(
							required = false) @Nullable String type,
			@Parameter(description = "The order of all pages; a minus for the largest or latest first.",
					schema = @Schema(type = "string",
							allowableValues = { "-pay-by", "pay-by", "bill-number", "-bill-number", "total-unpaid",
									"-total-unpaid", "balance-due", "-balance-due" },
							defaultValue = "-pay-by")) @RequestParam(defaultValue = "-pay-by") String sort,
			@Parameter(description = "The number of the page, in place of a cursor; empty after the last one.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1",
							maximum = "1000000")) @RequestParam(required = false) @Nullable String page,
			Caller caller) {
		LocalDate date = this.asOf.read(asOf);
		Query query = new Query(ResidentId.of(caller), customerNumber, date,
				BillChoice.read(state, year, type, sort, page, cursor), BillCursor.read(cursor),
				Page.limit(limit, LARGEST_PAGE));
		return this.pages.page(query)
			.map((found) -> BillList.of(query, found, this.settings.years()))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

	/**
	 * A page of bills, with figures over all bills of the window of years.
	 *
	 * @param customerNumber the Customer ID
	 * @param asOf the date that every figure is computed for
	 * @param billYears the window of years
	 * @param count of all bills, on this page or not
	 * @param totalUnpaid of all bills
	 * @param totalBalanceDue of all bills
	 * @param matching how many of them are chosen by state, year and type
	 * @param facets what all bills can be chosen by
	 * @param items those of this page, in the order asked for
	 * @param next the cursor of the next page; null on the last, and in another order
	 * than `-pay-by`
	 */
	record BillList(CustomerNumber customerNumber, LocalDate asOf, BillYears billYears, long count, Money totalUnpaid,
			Money totalBalanceDue, long matching, Facets facets, List<Item> items, @Nullable String next) {

		static BillList of(Query query, BillPage page, BillYears years) {
			Item last = (page.more() && query.choice().order().hasCursor()) ? page.items().getLast() : null;
			String next = (last != null) ? new BillCursor(last.payBy(), last.billNumber().value()).text() : null;
			return new BillList(query.customer(), query.asOf(), years, page.counts().all(), page.totalUnpaid(),
					page.totalBalanceDue(), page.counts().matching(), page.counts().facets(), page.items(), next);
		}

	}

}
