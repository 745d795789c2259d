package city.plaza.platform.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The constants of enums as tables, events and APIs write them: {@code PARTLY_REFUNDED}
 * is {@code partly-refunded}.
 */
public final class Codes {

	private static final ClassValue<Map<String, Enum<?>>> CONSTANTS = new ClassValue<>() {

		@Override
		protected Map<String, Enum<?>> computeValue(Class<?> type) {
			return Arrays.stream(type.getEnumConstants())
				.<Enum<?>>map(Enum.class::cast)
				.collect(Collectors.toUnmodifiableMap(Codes::of, (constant) -> constant));
		}

	};

	private Codes() {
	}

	/** The code of a constant: lower case, with hyphens. */
	public static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Finds the constant of a code that Plaza itself wrote.
	 * @param <E> the enum
	 * @param type the enum
	 * @param code exactly as {@link #of} gives it
	 * @return the constant
	 * @throws IllegalArgumentException if the enum has no such constant
	 */
	public static <E extends Enum<E>> E constant(Class<E> type, String code) {
		Enum<?> constant = CONSTANTS.get(type).get(code);
		if (constant == null) {
			throw new IllegalArgumentException("No " + type.getSimpleName() + " has the code " + code);
		}
		return type.cast(constant);
	}

}
