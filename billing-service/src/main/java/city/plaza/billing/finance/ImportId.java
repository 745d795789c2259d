package city.plaza.billing.finance;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of an import.
 *
 * @param value random
 */
record ImportId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	ImportId {
	}

	static ImportId random() {
		return new ImportId(UUID.randomUUID());
	}

	/** Reads the id in a path. */
	public static ImportId of(String text) {
		return new ImportId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
