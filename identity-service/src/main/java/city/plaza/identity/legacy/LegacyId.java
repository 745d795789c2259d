package city.plaza.identity.legacy;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a legacy resident's record; not of the resident's account.
 *
 * @param value random
 */
record LegacyId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	LegacyId {
	}

	static LegacyId next() {
		return new LegacyId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
