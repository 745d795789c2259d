package city.plaza.portal.payment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.portal.page.LocalPath;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * Which bills a resident wants to pay, and how much of each. It stands in the address of
 * each page on the way, so that going back or loading a page again loses nothing and
 * starts nothing.
 *
 * @param lines each bill once, in the order of the page where they were selected
 * @param priced whether amounts were sent along
 * @param back where the resident came from
 */
record PaymentChoice(List<Line> lines, boolean priced, String back) {

	/** As many as a page of the list of bills has; the service takes more. */
	static final int MOST = 50;

	private static final String AMOUNTS = "/payments/new";

	private static final String CHECK = "/payments/new/check";

	/** The pages that lead here. */
	private static final List<String> ORIGINS = List.of("/customers/", "/bills/", "/payments/");

	/** Where bills are, for those who came by an address that does not say from where. */
	private static final String BILLS = "/manage-bills";

	/**
	 * A bill and what is to be paid of it.
	 *
	 * @param billNumber its number
	 * @param amount as typed; null where none was sent
	 */
	record Line(String billNumber, @Nullable String amount) {
	}

	/**
	 * Reads the address of a page.
	 * @param query its parameters: {@code bill} and {@code amount} in pairs, or bills
	 * alone
	 */
	static PaymentChoice of(MultiValueMap<String, String> query) {
		List<String> bills = query.getOrDefault("bill", List.of());
		List<String> amounts = query.getOrDefault("amount", List.of());
		boolean isPriced = !amounts.isEmpty() && amounts.size() == bills.size();
		List<Line> lines = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int at = 0; at < bills.size(); at++) {
			String bill = text(bills.get(at));
			if (!bill.isEmpty() && seen.add(bill)) {
				lines.add(new Line(bill, isPriced ? text(amounts.get(at)) : null));
			}
		}
		return new PaymentChoice(lines, isPriced, back(query.getFirst("back")));
	}

	private static String text(@Nullable String sent) {
		return (sent != null) ? sent.strip() : "";
	}

	private static String back(@Nullable String sent) {
		return LocalPath.accept(sent).filter((path) -> ORIGINS.stream().anyMatch(path::startsWith)).orElse(BILLS);
	}

	/** Why the way to pay does not begin; empty where it does. */
	Optional<String> obstacle() {
		if (this.lines.isEmpty()) {
			return Optional.of("none");
		}
		return (this.lines.size() > MOST) ? Optional.of("too-many") : Optional.empty();
	}

	/** The page to go back to, told why. */
	String backWith(String obstacle) {
		return this.back.equals(BILLS) ? BILLS : this.back + (this.back.contains("?") ? "&" : "?") + "pay=" + obstacle;
	}

	/** The address of the page that asks for the amounts. */
	String amounts() {
		return address(AMOUNTS);
	}

	/** The address of the page that shows all answers. */
	String check() {
		return address(CHECK);
	}

	/** The same for other lines. */
	PaymentChoice with(List<Line> lines) {
		return new PaymentChoice(lines, true, this.back);
	}

	/**
	 * What the service is asked to start.
	 * @param currency of all amounts
	 * @return empty where an amount is missing or is none
	 */
	Optional<Payments.Order> order(String currency) {
		List<Payments.Line> order = this.lines.stream()
			.flatMap((line) -> Optional.ofNullable(line.amount())
				.flatMap((amount) -> Money.parse(amount, currency))
				.map((amount) -> new Payments.Line(line.billNumber(), amount))
				.stream())
			.toList();
		return (order.isEmpty() || order.size() != this.lines.size()) ? Optional.empty()
				: Optional.of(new Payments.Order(order));
	}

	private String address(String path) {
		return path + "?"
				+ this.lines.stream()
					.map((line) -> parameter("bill", line.billNumber())
							+ (this.priced ? parameter("amount", text(line.amount())) : ""))
					.collect(Collectors.joining())
				+ "back=" + encoded(this.back);
	}

	private static String parameter(String name, String value) {
		return name + "=" + encoded(value) + "&";
	}

	private static String encoded(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

}
