package city.plaza.accountlink.link;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which link it is; a link that is made again has another one.
 *
 * @param value also the key of the link's events
 */
record LinkId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	LinkId {
	}

	static LinkId next() {
		return new LinkId(UUID.randomUUID());
	}

	/** Reads the id in a path. */
	public static LinkId of(String text) {
		return new LinkId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
