package city.plaza.billing.payment.sandbox;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a payer typed. It is checked and forgotten: neither stored nor logged.
 *
 * @param cardNumber digits, spaces allowed
 * @param expiry month and year, such as {@code 04/29}
 * @param cvc three digits, or four
 * @param name as on the card
 */
record CardForm(String cardNumber, String expiry, String cvc, String name) {

	private static final Pattern EXPIRY = Pattern.compile("(0?[1-9]|1[0-2])\\s*[/-]?\\s*(?:20)?([0-9]{2})");

	Optional<TestCard> card() {
		return TestCard.of(this.cardNumber.replaceAll("[\\s-]", ""));
	}

	/**
	 * Checks each field.
	 * @param now the month we are in
	 * @return what is wrong with each invalid field, a part of its text's key, in the
	 * order of the page
	 */
	Map<String, String> errors(YearMonth now) {
		Map<String, String> errors = new LinkedHashMap<>();
		if (this.cardNumber.isBlank()) {
			errors.put("cardNumber", "missing");
		}
		else if (card().isEmpty()) {
			errors.put("cardNumber", "unknown");
		}
		checkExpiry(now).ifPresent((error) -> errors.put("expiry", error));
		if (!this.cvc.strip().matches("[0-9]{3,4}")) {
			errors.put("cvc", "malformed");
		}
		if (this.name.isBlank() || this.name.length() > 100) {
			errors.put("name", "malformed");
		}
		return errors;
	}

	private Optional<String> checkExpiry(YearMonth now) {
		Matcher parts = EXPIRY.matcher(this.expiry.strip());
		if (!parts.matches()) {
			return Optional.of("malformed");
		}
		YearMonth expiry = YearMonth.of(2000 + Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)));
		return expiry.isBefore(now) ? Optional.of("past") : Optional.empty();
	}

	@Override
	public String toString() {
		return "CardForm[not shown]";
	}

}
