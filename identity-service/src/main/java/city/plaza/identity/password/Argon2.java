package city.plaza.identity.password;

/**
 * Argon2id in the text form that holds its own parameters ({@code $argon2id$v=19$...}).
 */
interface Argon2 {

	/** In bytes. */
	int SALT = 16;

	/** In bytes. */
	int HASH = 32;

	/** Hashes under a new salt. */
	String hash(String password);

	/** Whether it is the password of the hash; false where the hash is none. */
	boolean matches(String password, String hash);

}
