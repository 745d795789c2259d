package city.plaza.identity.legacy;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was not taken.
 *
 * @param line of the file, from 1
 * @param column the invalid one; {@code row} where it is the row as a whole
 * @param value what the column holds, cut after 80 characters; null of a row as a whole
 * @param code what is wrong, stable
 * @param detail one plain sentence
 */
record RowError(long line, String column, @Nullable String value, @Schema(allowableValues = {
		"required", "too-long", "invalid-characters", "formula", "invalid-email", "invalid-phone", "phone-extension",
		"unknown-choice", "military-state", "military-city", "invalid-zip", "invalid-number-format", "too-many",
		"wrong-column-count", "duplicate-row" }) String code, String detail){

	static final String WHOLE_ROW = "row";

	private static final int LONGEST_VALUE = 80;

	static RowError of(long line, Column column, String value, String code, String detail) {
		return new RowError(line, column.title(), shortened(value), code, detail);
	}

	static RowError ofRow(long line, String code, String detail) {
		return new RowError(line, WHOLE_ROW, null, code, detail);
	}

	/** A character is never cut in two. */
	static String shortened(String text) {
		return (text.codePointCount(0, text.length()) <= LONGEST_VALUE) ? text
				: text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "\u2026";
	}

}
