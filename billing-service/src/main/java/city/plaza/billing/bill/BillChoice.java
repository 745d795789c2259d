package city.plaza.billing.bill;

import java.util.List;

import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Which of a customer's bills are asked for, in which order and from which page on.
 *
 * @param state by what is unpaid
 * @param year the fiscal year, or null for each
 * @param type the type, or null for each
 * @param order of all of them, on this page or not
 * @param page from 1
 */
record BillChoice(BillState state, @Nullable Integer year, @Nullable BillTypeCode type, BillOrder order, int page) {

	/** What a request without any of it gets. */
	static final BillChoice ALL = new BillChoice(BillState.ALL, null, null, BillOrder.LATEST_PAY_BY, 1);

	private static final int LONGEST_TYPE = 40;

	private static final int LAST_PAGE = 1_000_000;

	private static final Problem INVALID_STATE = filter("state", "The state must be all, unpaid or paid.");

	private static final Problem INVALID_YEAR = filter("year", "The year must be one such as 2021.");

	private static final Problem INVALID_TYPE = filter("type", "The type must be the code of a bill type.");

	private static final Problem INVALID_SORT = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-sort",
			"Sort by pay-by, bill-number, total-unpaid or balance-due, with a minus before it for the largest first; with a cursor by -pay-by only.")
		.field("sort");

	private static final Problem INVALID_PAGE = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-page",
				"The page must be a number from 1 on, and goes without a cursor.")
		.field("page");

	/**
	 * Reads a choice.
	 * @param page as sent; null where there is none, or where a cursor takes its place
	 * @throws city.plaza.platform.problem.ProblemException {@code invalid-filter},
	 * {@code invalid-sort} or {@code invalid-page}
	 */
	static BillChoice read(String state, @Nullable String year, @Nullable String type, String sort,
			@Nullable String page, @Nullable String cursor) {
		BillOrder order = BillOrder.of(sort).orElseThrow(INVALID_SORT::asException);
		boolean isContinued = cursor != null && !cursor.isEmpty();
		if (isContinued && !order.hasCursor()) {
			throw INVALID_SORT.asException();
		}
		if (isContinued && page != null) {
			throw INVALID_PAGE.asException();
		}
		return new BillChoice(BillState.of(state).orElseThrow(INVALID_STATE::asException), year(year), type(type),
				order, (page != null) ? page(page) : 1);
	}

	/** How many bills are on the pages before. */
	long skipped(int limit) {
		return (this.page - 1L) * limit;
	}

	private static @Nullable Integer year(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		if (!text.matches("[0-9]{4}")) {
			throw INVALID_YEAR.asException();
		}
		return Integer.valueOf(text);
	}

	private static @Nullable BillTypeCode type(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		if (text.length() > LONGEST_TYPE || text.chars().anyMatch(Character::isISOControl)) {
			throw INVALID_TYPE.asException();
		}
		return new BillTypeCode(text);
	}

	private static int page(String text) {
		if (!text.matches("[1-9][0-9]{0,6}") || Integer.parseInt(text) > LAST_PAGE) {
			throw INVALID_PAGE.asException();
		}
		return Integer.parseInt(text);
	}

	private static Problem filter(String field, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-filter", detail).field(field);
	}

	/** A choice that cannot be read. */
	static class Invalid implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(INVALID_STATE, INVALID_YEAR, INVALID_TYPE, INVALID_SORT, INVALID_PAGE);
		}

	}

}
