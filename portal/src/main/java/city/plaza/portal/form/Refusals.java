package city.plaza.portal.form;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;

/**
 * The table of one form: which problems of a service it shows, and beside which field.
 * What is not in the table is no matter of the form and ends on an error page.
 */
public final class Refusals {

	private static final String INVALID_FIELDS = "invalid-request";

	/** The text for a violation that a service may add later. */
	private static final String UNKNOWN_VIOLATION = "unknown";

	private final List<String> fields;

	private final Map<String, String> names;

	private final Map<String, Set<String>> violations;

	private final Map<String, String> places;

	private Refusals(List<String> fields, Map<String, String> names, Map<String, Set<String>> violations,
			Map<String, String> places) {
		this.fields = fields;
		this.names = names;
		this.violations = violations;
		this.places = places;
	}

	/**
	 * The table of a form, empty at first.
	 * @param fields of the form, from top to bottom
	 * @return a form that shows violations of these fields
	 */
	public static Refusals ofFields(String... fields) {
		return new Refusals(List.of(fields), Map.of(), Map.of(), Map.of());
	}

	/**
	 * Adds the names that a service gives to a field where they differ from the form's.
	 * @param field of the form
	 * @param names the service's
	 * @return the table with them
	 */
	public Refusals named(String field, String... names) {
		Map<String, String> all = new HashMap<>(this.names);
		Stream.of(names).forEach((name) -> all.put(name, field));
		return new Refusals(this.fields, all, this.violations, this.places);
	}

	/**
	 * Adds what a service may find wrong with a field where it names several at once.
	 * @param field of the form
	 * @param codes of the violations
	 * @return the table with them
	 */
	public Refusals violating(String field, String... codes) {
		Map<String, Set<String>> all = new HashMap<>(this.violations);
		all.put(field, Set.of(codes));
		return new Refusals(this.fields, this.names, all, this.places);
	}

	/**
	 * Adds problems that are about the whole form or about one field.
	 * @param field of the form, beside which they are shown
	 * @param codes of the problems
	 * @return the table with them
	 */
	public Refusals beside(String field, String... codes) {
		Map<String, String> all = new HashMap<>(this.places);
		Stream.of(codes).forEach((code) -> all.put(code, field));
		return new Refusals(this.fields, this.names, this.violations, all);
	}

	/** Every error that the table can lead to. */
	public List<FormError> all() {
		return Stream
			.concat(this.violations.entrySet()
				.stream()
				.flatMap((entry) -> entry.getValue().stream().map((code) -> FormError.of(entry.getKey(), code))),
					this.places.entrySet().stream().map((entry) -> FormError.of(entry.getValue(), entry.getKey())))
			.toList();
	}

	/**
	 * Looks a problem up.
	 * @param problem a service's
	 * @return what to show; nothing where the problem is none of the form's
	 */
	FormErrors read(ApiProblem problem) {
		String place = this.places.get(problem.code());
		if (place != null) {
			return FormErrors.of(error(place, problem.code(), problem));
		}
		if (!problem.is(INVALID_FIELDS) || this.violations.isEmpty()) {
			return FormErrors.of();
		}
		return FormErrors.of(problem.errors()
			.stream()
			.map((violation) -> violation(violation, problem))
			.sorted(Comparator.comparingInt((error) -> this.fields.indexOf(error.field()))));
	}

	private FormError violation(ApiProblem.FieldError violation, ApiProblem problem) {
		String field = this.names.getOrDefault(violation.field(), violation.field());
		if (!this.fields.contains(field)) {
			return error(this.fields.getFirst(), UNKNOWN_VIOLATION, problem);
		}
		boolean known = this.violations.getOrDefault(field, Set.of()).contains(violation.code());
		return error(field, known ? violation.code() : UNKNOWN_VIOLATION, problem);
	}

	private static FormError error(String field, String code, ApiProblem problem) {
		return new FormError(field, field, code, problem.retryAfter(), quoted(problem.values()));
	}

	/** An amount comes with its currency, and is written as pages write money. */
	private static @Nullable String quoted(List<String> values) {
		if (values.size() == 2 && Money.isCurrency(values.get(1))) {
			return Money.parse(values.getFirst(), values.get(1)).map(Money::toString).orElse(null);
		}
		return values.isEmpty() ? null : values.getFirst();
	}

}
