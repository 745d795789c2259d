package city.plaza.portal.finance;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.page.Dates;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What finance looks payments up by, as typed.
 *
 * @param reference of the payment
 * @param billNumber of a bill that it covers
 * @param customerNumber of the customer of such a bill
 * @param resident the id of who paid, found by email
 * @param state in which it is
 * @param from the first day, as typed
 * @param to the last day, as typed
 */
record PaymentSearchForm(@Nullable String reference, @Nullable String billNumber, @Nullable String customerNumber,
		@Nullable String resident, @Nullable String state, @Nullable String from, @Nullable String to) {

	/** The states in the order in which a payment goes through them. */
	static final List<String> STATES = List.of("created", "redirected", "submitted", "posted", "settled", "cancelled",
			"expired", "declined", "reversed", "partly-refunded", "refunded");

	FormErrors errors() {
		return FormErrors
			.of(Stream.of("from", "to").filter(this::isNoDate).map((field) -> FormError.of(field, "invalid-date")));
	}

	private boolean isNoDate(String field) {
		Optional<String> typed = text(field.equals("from") ? this.from : this.to);
		return typed.isPresent() && Dates.parse(typed.get()).isEmpty();
	}

	/** Whether anything was typed or chosen. */
	public boolean asked() {
		return !query().isEmpty();
	}

	/** As the service reads it. */
	MultiValueMap<String, String> query() {
		MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
		text(this.reference).ifPresent((value) -> query.add("reference", value));
		text(this.billNumber).ifPresent((value) -> query.add("billNumber", value));
		text(this.customerNumber).ifPresent((value) -> query.add("customerNumber", value));
		text(this.resident).ifPresent((value) -> query.add("residentId", value));
		text(this.state).ifPresent((value) -> query.add("state", value));
		text(this.from).flatMap(Dates::parse).ifPresent((day) -> query.add("from", day.toString()));
		text(this.to).flatMap(Dates::parse).ifPresent((day) -> query.add("to", day.toString()));
		return query;
	}

	/**
	 * The address of another page of what was found.
	 * @param cursor where it begins
	 */
	public String address(String cursor) {
		Map<String, String> fields = new LinkedHashMap<>();
		text(this.reference).ifPresent((value) -> fields.put("reference", value));
		text(this.billNumber).ifPresent((value) -> fields.put("billNumber", value));
		text(this.customerNumber).ifPresent((value) -> fields.put("customerNumber", value));
		text(this.resident).ifPresent((value) -> fields.put("resident", value));
		text(this.state).ifPresent((value) -> fields.put("state", value));
		text(this.from).ifPresent((value) -> fields.put("from", value));
		text(this.to).ifPresent((value) -> fields.put("to", value));
		fields.put("cursor", cursor);
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "/finance/payments?", ""));
	}

	private static Optional<String> text(@Nullable String typed) {
		return Optional.ofNullable(typed).map(String::strip).filter((text) -> !text.isEmpty());
	}

}
