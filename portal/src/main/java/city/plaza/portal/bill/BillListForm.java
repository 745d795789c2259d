package city.plaza.portal.bill;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.page.Dates;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * Which bills a resident wants to see, as of which date, in which order. It stands in the
 * address of the list, of each of its bills and of the way back, so that none of it is
 * lost on the way.
 *
 * @param asOf as typed; empty for today
 * @param state one of {@link #STATES}
 * @param year the fiscal year, as typed; empty for each
 * @param type the code of a bill type; empty for each
 * @param sort one of {@link #ORDERS}
 * @param page from 1
 */
public record BillListForm(String asOf, String state, String year, String type, String sort, int page) {

	/** What can be chosen of bills by what is unpaid; the first one unless chosen. */
	static final List<String> STATES = List.of("all", "unpaid", "paid");

	/** The orders of the list; the first one unless chosen. */
	static final List<String> ORDERS = List.of("-pay-by", "pay-by", "bill-number", "-bill-number", "-total-unpaid",
			"total-unpaid", "-balance-due", "balance-due");

	private static final int LONGEST_TYPE = 40;

	/** An address may be typed or cut off: what is no page is the first. */
	private static final String PAGE = "[1-9][0-9]{0,5}";

	/**
	 * Reads the address of a page.
	 * @param query its parameters
	 */
	static BillListForm of(MultiValueMap<String, String> query) {
		String page = text(query, "page", "");
		return new BillListForm(text(query, "asOf", ""), text(query, "state", STATES.getFirst()),
				text(query, "year", ""), text(query, "type", ""), text(query, "sort", ORDERS.getFirst()),
				page.matches(PAGE) ? Integer.parseInt(page) : 1);
	}

	private static String text(MultiValueMap<String, String> query, String name, String absent) {
		String text = Optional.ofNullable(query.getFirst(name)).orElse("").strip();
		return text.isEmpty() ? absent : text;
	}

	/** What keeps the bills from being shown. */
	FormErrors errors() {
		return FormErrors
			.of(List
				.of(new Check("asOf", this.asOf.isEmpty() || Dates.parse(this.asOf).isPresent(), "invalid-date"),
						new Check("state", STATES.contains(this.state), "unknown-choice"),
						new Check("year", this.year.isEmpty() || this.year.matches("[0-9]{4}"), "unknown-choice"),
						new Check("type",
								this.type.length() <= LONGEST_TYPE
										&& this.type.chars().noneMatch(Character::isISOControl),
								"unknown-choice"),
						new Check("sort", ORDERS.contains(this.sort), "unknown-choice"))
				.stream()
				.filter((check) -> !check.fine())
				.map((check) -> FormError.of(check.field(), check.code())));
	}

	private record Check(String field, boolean fine, String code) {
	}

	/** The date as the service reads it: ISO 8601; null for today in the city. */
	public @Nullable String date() {
		return Dates.parse(this.asOf).map(LocalDate::toString).orElse(null);
	}

	/**
	 * Without the date where it is today's: tomorrow the same address is about that day.
	 */
	BillListForm onADay(LocalDate today) {
		boolean isToday = Dates.parse(this.asOf).filter(today::equals).isPresent();
		return isToday ? new BillListForm("", this.state, this.year, this.type, this.sort, this.page) : this;
	}

	/** Whether bills are left out. */
	public boolean filtered() {
		return !this.state.equals(STATES.getFirst()) || !this.year.isEmpty() || !this.type.isEmpty();
	}

	/** Whether the list is another one than that without any choice, but for its date. */
	public boolean chosen() {
		return filtered() || !this.sort.equals(ORDERS.getFirst());
	}

	/** What a page offers to choose from by what is unpaid. */
	public List<String> states() {
		return STATES;
	}

	/** The orders that a page offers. */
	public List<String> orders() {
		return ORDERS;
	}

	/** The same list at another page. */
	public BillListForm at(int page) {
		return new BillListForm(this.asOf, this.state, this.year, this.type, this.sort, page);
	}

	/** All bills as of the same date. */
	public BillListForm all() {
		return new BillListForm(this.asOf, STATES.getFirst(), "", "", ORDERS.getFirst(), 1);
	}

	/**
	 * The address of the list.
	 * @param customerNumber the Customer ID
	 */
	public String list(String customerNumber) {
		return "/customers/" + encoded(customerNumber) + "/bills" + choice();
	}

	/**
	 * The address of a bill of the list, as of its date and with the way back.
	 * @param billNumber its number
	 */
	public String bill(String billNumber) {
		return "/bills/" + encoded(billNumber) + choice();
	}

	/** What the service is asked for. */
	MultiValueMap<String, String> query() {
		MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
		parameters().forEach(query::set);
		query.set("page", Integer.toString(this.page));
		return query;
	}

	/** By hand: a page has an address for each of its bills, and a builder takes long. */
	private String choice() {
		StringBuilder query = new StringBuilder();
		parameters().forEach((name,
				value) -> query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value)));
		return query.toString();
	}

	private static String encoded(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	/** Only what is not so anyway: addresses stay short. */
	private Map<String, String> parameters() {
		Map<String, String> chosen = new LinkedHashMap<>();
		Optional.ofNullable(date()).ifPresent((date) -> chosen.put("asOf", date));
		put(chosen, "state", this.state, STATES.getFirst());
		put(chosen, "year", this.year, "");
		put(chosen, "type", this.type, "");
		put(chosen, "sort", this.sort, ORDERS.getFirst());
		put(chosen, "page", Integer.toString(this.page), "1");
		return chosen;
	}

	private static void put(Map<String, String> chosen, String name, String value, String absent) {
		if (!value.equals(absent)) {
			chosen.put(name, value);
		}
	}

}
