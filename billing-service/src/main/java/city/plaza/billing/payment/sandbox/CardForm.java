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
	 * @return a sentence for each invalid field, in the order of the page
	 */
	Map<String, String> errors(YearMonth now) {
		Map<String, String> errors = new LinkedHashMap<>();
		if (this.cardNumber.isBlank()) {
			errors.put("cardNumber", "Enter a card number");
		}
		else if (card().isEmpty()) {
			errors.put("cardNumber", "Enter the number of one of the test cards on this page");
		}
		checkExpiry(now).ifPresent((error) -> errors.put("expiry", error));
		if (!this.cvc.strip().matches("[0-9]{3,4}")) {
			errors.put("cvc", "Enter the security code, 3 or 4 digits; any will do");
		}
		if (this.name.isBlank() || this.name.length() > 100) {
			errors.put("name", "Enter the name on the card, up to 100 characters");
		}
		return errors;
	}

	private Optional<String> checkExpiry(YearMonth now) {
		Matcher parts = EXPIRY.matcher(this.expiry.strip());
		if (!parts.matches()) {
			return Optional.of("Enter the expiry date as month and year, such as 04/29");
		}
		YearMonth expiry = YearMonth.of(2000 + Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)));
		return expiry.isBefore(now) ? Optional.of("Enter an expiry date that is not past") : Optional.empty();
	}

	@Override
	public String toString() {
		return "CardForm[not shown]";
	}

}
