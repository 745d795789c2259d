package city.plaza.identity.session;

import java.util.UUID;

/**
 * The id of a session: the {@code sid} of its access tokens. It opens nothing by itself.
 *
 * @param value random
 */
public record SessionId(UUID value) {

	public static SessionId next() {
		return new SessionId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
