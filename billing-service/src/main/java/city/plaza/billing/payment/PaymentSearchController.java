package city.plaza.billing.payment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import city.plaza.billing.ledger.CityCalendar;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/finance/payments")
@Tag(name = "Finance", description = "Files of finance staff, and money that does not match its payment.")
class PaymentSearchController {

	private static final Problem INVALID_STATE = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-state", "There is no such state of a payment.")
		.field("state");

	private final SearchPayments searchPayments;

	private final CityCalendar calendar;

	PaymentSearchController(SearchPayments searchPayments, CityCalendar calendar) {
		this.searchPayments = searchPayments;
		this.calendar = calendar;
	}

	@GetMapping
	@Operation(operationId = "searchPayments", summary = "Payments of all residents, newest first",
			description = "Each parameter must fit exactly; without any, all payments. Every search is logged.")
	@Problems(Invalid.class)
	Mono<Page<PaymentView>> search(Caller caller,
			@Parameter(description = "The reference of the payment.",
					example = "PLZ-7K4M-92QX") @RequestParam(required = false) @Nullable String reference,
			@Parameter(description = "The number of a bill that it covers.") @RequestParam(
					required = false) @Nullable String billNumber,
			@Parameter(description = "The number of the customer of such a bill.") @RequestParam(
					required = false) @Nullable String customerNumber,
			@Parameter(description = "The id of the resident who paid.",
					schema = @Schema(type = "string", format = "uuid")) @RequestParam(
							required = false) @Nullable UUID residentId,
			@Parameter(description = "The state in which it is, such as `submitted`.") @RequestParam(
					required = false) @Nullable String state,
			@Parameter(description = "The first day on which it was started, as the city counts days.",
					schema = @Schema(type = "string", format = "date")) @RequestParam(
							required = false) @Nullable String from,
			@Parameter(description = "The last day on which it was started.",
					schema = @Schema(type = "string", format = "date")) @RequestParam(
							required = false) @Nullable String to,
			@Parameter(description = "The `next` of the page before; absent for the first one.") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "The most payments to list.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100",
							defaultValue = "20")) @RequestParam(defaultValue = "20") int limit) {
		String known = text(reference);
		PaymentQuery query = new PaymentQuery((known != null) ? known.toUpperCase(Locale.ROOT) : null, text(billNumber),
				text(customerNumber), residentId, state(text(state)), start(text(from), "from", 0),
				start(text(to), "to", 1));
		return this.searchPayments.page(query, cursor, limit, caller.id());
	}

	@GetMapping("/{id}")
	@Operation(operationId = "getPaymentRecord", summary = "A payment of any resident, with its history",
			description = "The provider is not asked. Every look is logged.")
	Mono<PaymentRecord> record(Caller caller, @Parameter(description = "The id of the payment.",
			schema = @Schema(type = "string", format = "uuid")) @PathVariable UUID id) {
		return this.searchPayments.find(new PaymentId(id), caller.id())
			.switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

	/** What is not there is no condition. */
	private static @Nullable String text(@Nullable String parameter) {
		String text = (parameter != null) ? parameter.strip() : "";
		return text.isEmpty() ? null : text;
	}

	private static @Nullable PaymentState state(@Nullable String code) {
		return (code == null) ? null
				: Arrays.stream(PaymentState.values())
					.filter((state) -> state.code().equals(code))
					.findFirst()
					.orElseThrow(INVALID_STATE::asException);
	}

	private @Nullable Instant start(@Nullable String day, String field, int daysLater) {
		if (day == null) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(day);
			if (date.getYear() >= 1 && date.getYear() <= 9999) {
				return this.calendar.startOf(date.plusDays(daysLater));
			}
		}
		catch (DateTimeException ex) {
			// Refused below.
		}
		throw invalidDate(field).asException();
	}

	private static Problem invalidDate(String field) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-date", "This must be a date such as 2021-07-02.")
			.field(field);
	}

	/** Parameters that are none. */
	static class Invalid implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(INVALID_STATE, invalidDate("from"));
		}

	}

}
