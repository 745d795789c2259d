package city.plaza.identity.legacy;

import java.time.Instant;
import java.util.UUID;

import city.plaza.platform.events.outbox.NewEvent;

/**
 * Staff had the holder of an old account mailed which address to register with.
 *
 * @param hintId the key
 * @param email on file, where the mail goes
 * @param givenName to greet by
 * @param language to write in
 */
record LegacyHintRequested(UUID hintId, String email, String givenName, String language, Instant requestedAt) {

	static final String TYPE = "LegacyHintRequested";

	static final String TOPIC = "identity.security";

	NewEvent event() {
		return new NewEvent(TOPIC, this.hintId.toString(), TYPE, this);
	}

}
