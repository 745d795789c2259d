package city.plaza.accountlink.attempt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.security.ClientAddress;

/**
 * What a try to link is counted under. Held as digests, so that the table keeps nothing
 * that was typed.
 *
 * @param own what only this resident can use up: the resident, and the resident with the
 * account
 * @param shared what others can use up too: the account, the name, the network
 * @param proof the resident's counter of second proofs
 */
public record TryKeys(List<Key> own, List<Key> shared, Key proof) {

	/**
	 * The keys of a try.
	 * @param account the customer number, or the number typed where it means no customer
	 * @param name the name typed, the same for all its forms
	 * @return all of them
	 */
	public static TryKeys of(ResidentId resident, ClientAddress client, String account, String name) {
		return new TryKeys(
				List.of(key(Kind.RESIDENT, resident.toString()),
						key(Kind.RESIDENT_AND_ACCOUNT, resident + " " + account)),
				List.of(key(Kind.ACCOUNT, account), key(Kind.NAME, name), key(Kind.NETWORK, client.network())),
				key(Kind.PROOF, resident.toString()));
	}

	private static Key key(Kind kind, String value) {
		return new Key(kind, digest(kind.name().toLowerCase(Locale.ROOT) + " " + value));
	}

	private static String digest(String key) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** What a key stands for. */
	enum Kind {

		RESIDENT, RESIDENT_AND_ACCOUNT, ACCOUNT, NAME, NETWORK, PROOF

	}

	/**
	 * A counter.
	 *
	 * @param kind decides the limit
	 * @param digest of what is counted
	 */
	record Key(Kind kind, String digest) {
	}

}
