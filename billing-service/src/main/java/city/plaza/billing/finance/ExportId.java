package city.plaza.billing.finance;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of an export; its file is named by it.
 *
 * @param value random
 */
record ExportId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	ExportId {
	}

	static ExportId random() {
		return new ExportId(UUID.randomUUID());
	}

	/** Reads the id in a path. */
	public static ExportId of(String text) {
		return new ExportId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
