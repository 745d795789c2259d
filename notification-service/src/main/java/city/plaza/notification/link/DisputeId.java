package city.plaza.notification.link;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of the right to dispute a link.
 *
 * @param value what the right's token is sealed to
 */
record DisputeId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	DisputeId {
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
