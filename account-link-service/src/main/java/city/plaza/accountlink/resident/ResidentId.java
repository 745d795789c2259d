package city.plaza.accountlink.resident;

import java.util.UUID;

import city.plaza.platform.security.Caller;
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

	/** The caller as a resident. */
	public static ResidentId of(Caller caller) {
		return new ResidentId(caller.id());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
