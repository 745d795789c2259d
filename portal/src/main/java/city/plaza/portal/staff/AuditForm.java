package city.plaza.portal.staff;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
 * What an administrator looks the audit trail up by, as typed.
 *
 * @param trail whose: {@code identity} or {@code billing}
 * @param from the first day, as typed
 * @param to the last day, as typed
 * @param actor the account of who did it
 * @param action a code
 * @param subject the id of what it was done to
 */
record AuditForm(@Nullable String trail, @Nullable String from, @Nullable String to, @Nullable String actor,
		@Nullable String action, @Nullable String subject) {

	/** What identity-service writes down. */
	static final List<String> OF_IDENTITY = List.of("registration-confirmed", "account-deleted", "signed-in",
			"sign-in-failed", "session-ended", "sessions-ended", "sign-in-disowned", "password-reset-requested",
			"password-reset", "password-changed", "email-change-requested", "email-changed", "email-change-undone",
			"profile-changed", "data-exported", "sign-in-method-added", "sign-in-method-removed", "second-factor-added",
			"second-factor-removed", "second-factor-failed", "recovery-codes-made", "recovery-code-used",
			"legacy-resident-reclaimed", "legacy-residents-imported", "resident-looked-up", "hint-mailed",
			"staff-invited", "staff-invitation-withdrawn", "staff-joined", "staff-roles-changed", "staff-suspended",
			"staff-restored", "staff-removed", "audit-read");

	/** What billing-service writes down. */
	static final List<String> OF_BILLING = List.of("import-started", "rejected-rows-read", "export-made", "export-read",
			"web-payments-read", "payments-searched", "payment-read", "exception-resolved", "customers-republished",
			"audit-read");

	private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	public boolean billing() {
		return "billing".equals(this.trail);
	}

	/** The actions of the trail. */
	public List<String> actions() {
		return billing() ? OF_BILLING : OF_IDENTITY;
	}

	FormErrors errors() {
		Stream<FormError> dates = Stream.of("from", "to")
			.filter((field) -> text(field.equals("from") ? this.from : this.to)
				.filter((typed) -> Dates.parse(typed).isEmpty())
				.isPresent())
			.map((field) -> FormError.of(field, "invalid-date"));
		Stream<FormError> account = text(this.actor).filter((typed) -> !UUID.matcher(typed).matches())
			.map((typed) -> FormError.of("actor", "invalid-account"))
			.stream();
		return FormErrors.of(Stream.concat(dates, account));
	}

	/** As the services read it. */
	MultiValueMap<String, String> query(ZoneId city) {
		MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
		text(this.from).flatMap(Dates::parse).ifPresent((day) -> query.add("from", start(day, city)));
		text(this.to).flatMap(Dates::parse).ifPresent((day) -> query.add("until", start(day.plusDays(1), city)));
		text(this.actor).ifPresent((value) -> query.add("actor", value));
		// Of the other trail, after the trail was changed: no condition.
		text(this.action).filter(actions()::contains).ifPresent((value) -> query.add("action", value));
		text(this.subject).ifPresent((value) -> query.add("subject", value));
		return query;
	}

	private static String start(LocalDate day, ZoneId city) {
		return day.atStartOfDay(city).toInstant().toString();
	}

	/**
	 * The address of another page of what was found.
	 * @param cursor where it begins
	 */
	public String address(String cursor) {
		Map<String, String> fields = new LinkedHashMap<>();
		text(this.trail).ifPresent((value) -> fields.put("trail", value));
		text(this.from).ifPresent((value) -> fields.put("from", value));
		text(this.to).ifPresent((value) -> fields.put("to", value));
		text(this.actor).ifPresent((value) -> fields.put("actor", value));
		text(this.action).ifPresent((value) -> fields.put("action", value));
		text(this.subject).ifPresent((value) -> fields.put("subject", value));
		fields.put("cursor", cursor);
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "/staff/audit?", ""));
	}

	private static Optional<String> text(@Nullable String typed) {
		return Optional.ofNullable(typed).map(String::strip).filter((text) -> !text.isEmpty());
	}

}
