package city.plaza.platform.problem;

import java.util.Locale;

/** Names what is wrong with a field by the constraint that it breaks. */
public final class FieldCodes {

	private FieldCodes() {
	}

	/**
	 * The code of a constraint.
	 * @param constraint the simple name of its annotation, such as {@code NotBlank}
	 * @return stable, kebab-case, such as {@code required}
	 */
	public static String of(String constraint) {
		return switch (constraint) {
			case "NotNull", "NotBlank", "NotEmpty" -> "required";
			case "Size" -> "wrong-length";
			case "typeMismatch" -> "wrong-type";
			default -> constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
		};
	}

}
