package city.plaza.platform.database;

import java.time.LocalDate;

import io.r2dbc.spi.Readable;

/**
 * Columns of a row that cannot be null; one that is null nonetheless is a bug, reported
 * with its name.
 */
public final class Columns {

	private Columns() {
	}

	public static String text(Readable row, String column) {
		return required(row, column, String.class);
	}

	public static long amount(Readable row, String column) {
		return required(row, column, Long.class);
	}

	public static int number(Readable row, String column) {
		return required(row, column, Integer.class);
	}

	public static LocalDate date(Readable row, String column) {
		return required(row, column, LocalDate.class);
	}

	public static boolean flag(Readable row, String column) {
		return required(row, column, Boolean.class);
	}

	/**
	 * Reads a constant by its code.
	 * @param <E> the enum
	 * @param row of a result
	 * @param column its name
	 * @param type the enum
	 * @return never null
	 * @throws IllegalArgumentException if the enum has no constant of this code
	 */
	public static <E extends Enum<E>> E constant(Readable row, String column, Class<E> type) {
		return Codes.constant(type, text(row, column));
	}

	/**
	 * Reads a column of any type.
	 * @param <T> the type
	 * @param row of a result
	 * @param column its name
	 * @param type what the driver turns it into
	 * @return never null
	 * @throws IllegalStateException if it is null
	 */
	public static <T> T required(Readable row, String column, Class<T> type) {
		T value = row.get(column, type);
		if (value == null) {
			throw new IllegalStateException("Column " + column + " is null");
		}
		return value;
	}

}
