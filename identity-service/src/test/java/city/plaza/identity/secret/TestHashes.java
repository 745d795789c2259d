package city.plaza.identity.secret;

/** Keyed hashes for tests that start no service. */
public final class TestHashes {

	private TestHashes() {
	}

	public static KeyedHashes keyed() {
		return keyed("a-secret-of-tests");
	}

	public static KeyedHashes keyed(String secret) {
		return new KeyedHashes(new CodeSecretSettings(secret));
	}

}
