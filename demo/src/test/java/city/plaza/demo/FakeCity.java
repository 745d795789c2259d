package city.plaza.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a city keeps, as little as the main job needs of it, with one fault or none. */
final class FakeCity {

	static final String STAFF = "finance@fairhaven.example";

	private static final String USD = "USD";

	private final @Nullable Fault fault;

	final Map<String, String> passwords = new LinkedHashMap<>(Map.of(STAFF, "f"));

	final Map<String, List<Map<String, Object>>> mails = new LinkedHashMap<>();

	/** Rows of files by their first columns. */
	private final Map<String, String[]> rows = new LinkedHashMap<>();

	private final Set<String> linked = new LinkedHashSet<>();

	final Map<UUID, Payment> payments = new LinkedHashMap<>();

	String signedIn = "";

	FakeCity(@Nullable Fault fault) {
		this.fault = fault;
	}

	boolean has(Fault other) {
		return this.fault == other;
	}

	void mail(String to, String subject, String text) {
		this.mails.computeIfAbsent(to, (any) -> new ArrayList<>())
			.addFirst(Map.of("to", to, "from", "city", "subject", subject, "text", text));
	}

	Map<String, Object> importFile(String kind, List<String[]> file) {
		int accepted = 0;
		List<Map<String, Object>> errors = new ArrayList<>();
		for (String[] row : file) {
			String key = kind + " " + row[0] + (kind.equals("bills") ? " " + row[7] : "");
			String amount = kind.equals("bills") ? row[9] : "0";
			boolean isBad = has(Fault.REJECTS_ALL_ROWS) || !amount.matches("[0-9.]+") && !has(Fault.TAKES_A_BAD_ROW);
			if (isBad) {
				errors.add(Map.of("line", 2, "field", "amount", "code", "invalid-amount", "message", "No amount"));
			}
			else if (this.rows.put(key, row) == null || has(Fault.IMPORTS_TWICE) && kind.equals("bills")) {
				accepted++;
			}
		}
		if (kind.equals("customers") && has(Fault.CUSTOMER_IS_KNOWN)
				|| kind.equals("postings") && has(Fault.POSTS_NOTHING)) {
			accepted = 0;
		}
		if (kind.equals("postings")) {
			this.payments.values().removeIf((payment) -> payment.reference().equals(file.getFirst()[1]));
		}
		return Map.of("accepted", accepted, "unchanged", file.size() - accepted - errors.size(), "rejected",
				errors.size(), "errors", errors);
	}

	/** The customer's row by its number or account; null where there is none. */
	String @Nullable [] customer(String number) {
		return this.rows.entrySet()
			.stream()
			.filter((row) -> row.getKey().startsWith("customers "))
			.map(Map.Entry::getValue)
			.filter((row) -> row[0].equals(number) || row[1].equals(number))
			.findFirst()
			.orElse(null);
	}

	boolean link(String customer) {
		return this.linked.add(customer) || has(Fault.LINKS_TWICE);
	}

	boolean isLinked(String customer) {
		return this.linked.contains(customer) || has(Fault.SHOWS_BILLS_OF_OTHERS);
	}

	List<String> billsOf(String customer) {
		return this.rows.entrySet()
			.stream()
			.filter((row) -> row.getKey().startsWith("bills ") && row.getValue()[1].equals(customer))
			.map((row) -> row.getValue()[0])
			.distinct()
			.toList();
	}

	List<String[]> charges(String bill) {
		List<String[]> charges = this.rows.entrySet()
			.stream()
			.filter((row) -> row.getKey().startsWith("bills " + bill + " "))
			.map(Map.Entry::getValue)
			.toList();
		return has(Fault.LOSES_A_CHARGE) ? charges.subList(0, 1) : charges;
	}

	/** In cents. */
	long unpaid(String bill) {
		long charged = this.rows.entrySet()
			.stream()
			.filter((row) -> row.getKey().startsWith("bills " + bill + " "))
			.mapToLong((row) -> new BigDecimal(row.getValue()[9]).movePointRight(2).longValueExact())
			.sum();
		boolean isPosted = this.rows.values()
			.stream()
			.anyMatch((row) -> row[0].startsWith("POST-") && row[2].equals(bill));
		boolean isEarly = has(Fault.COUNTS_TOO_EARLY) && isPending(bill);
		return ((isPosted || isEarly) ? 0 : charged) + (has(Fault.ADDS_WRONG) ? 1 : 0);
	}

	boolean isPending(String bill) {
		return this.payments.values()
			.stream()
			.anyMatch((payment) -> payment.bill().equals(bill)
					&& (payment.state().equals("submitted") && !has(Fault.DOES_NOT_MARK)
							|| payment.state().equals("declined") && has(Fault.MARKS_A_DECLINED_BILL)));
	}

	@Nullable Payment byKey(String key) {
		return this.payments.values().stream().filter((payment) -> payment.key().equals(key)).findFirst().orElse(null);
	}

	/** The state of a payment of this card. */
	void pay(Payment payment, String card, String payer) {
		boolean isAccepted = card.equals(HostedPage.ACCEPTED);
		this.payments.put(payment.id(), payment.in(isAccepted ? "submitted" : "declined"));
		for (int copy = 0; isAccepted && copy < (has(Fault.SENDS_TWO_RECEIPTS) ? 2 : 1); copy++) {
			mail(payer, "Receipt for your payment " + payment.reference(), "Thank you.");
		}
	}

	static Map<String, Object> money(long cents) {
		return Map.of("amount", cents, "currency", USD);
	}

	/** A web payment of one bill. */
	record Payment(UUID id, String key, String reference, String bill, long cents, String state) {

		Payment in(String other) {
			return new Payment(this.id, this.key, this.reference, this.bill, this.cents, other);
		}

	}

}
