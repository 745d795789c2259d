package city.plaza.portal.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, as the summary and the fields show it: one error a field.
 *
 * @param all in the order of the fields
 */
public record FormErrors(List<FormError> all) {

	/** The name under which templates find the errors. */
	public static final String NAME = "errors";

	public FormErrors {
		Map<String, FormError> byField = new LinkedHashMap<>();
		all.forEach((error) -> byField.putIfAbsent(error.id(), error));
		all = List.copyOf(byField.values());
	}

	public static FormErrors of(FormError... errors) {
		return new FormErrors(List.of(errors));
	}

	public static FormErrors of(Stream<FormError> errors) {
		return new FormErrors(errors.toList());
	}

	public boolean any() {
		return !this.all.isEmpty();
	}

	/**
	 * The error of one field.
	 * @param id of the field's element
	 * @return null where nothing is wrong with it
	 */
	public @Nullable FormError on(String id) {
		return this.all.stream().filter((error) -> error.id().equals(id)).findFirst().orElse(null);
	}

}
