package city.plaza.accountlink.dispute;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a {@link Dispute}; its token is sealed to it.
 *
 * @param value random
 */
public record DisputeId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DisputeId {
	}

	static DisputeId next() {
		return new DisputeId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
