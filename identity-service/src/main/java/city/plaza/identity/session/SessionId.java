package city.plaza.identity.session;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a session: the {@code sid} of its access tokens. It opens nothing by itself.
 *
 * @param value random
 */
public record SessionId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SessionId {
	}

	public static SessionId next() {
		return new SessionId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
