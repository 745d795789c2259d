package city.plaza.platform.security;

/**
 * Closes a short secret for its way through outbox, Kafka and dead letters, so that only
 * a service with the shared sealing secret reads it (AES-256-GCM).
 */
public interface Seal {

	/**
	 * Seals a text.
	 * @param plain the secret, at most a few hundred characters
	 * @param context what it belongs to, such as an id; needed to open it again
	 * @return Base64, different each time
	 */
	String close(String plain, String context);

	/**
	 * Opens a sealed text.
	 * @param sealed what {@link #close} gave
	 * @param context the same as when it was closed
	 * @return the secret
	 * @throws IllegalArgumentException if it was altered, moved to another context or
	 * sealed under another secret; its message holds no part of it
	 */
	String open(String sealed, String context);

}
