package city.plaza.notification.contact;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a resident, the same everywhere in Plaza.
 *
 * @param value given by identity-service
 */
public record ResidentId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ResidentId {
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
