package city.plaza.accountlink.attempt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a try to link is counted under: who tries, whose account is tried, and the name
 * that is tried. Held as digests, so that the table keeps nothing that was typed.
 *
 * @param digests sorted, so that everybody locks them in one order
 */
public record TryKeys(List<String> digests) {

	/**
	 * The keys of a try.
	 * @param resident who tries
	 * @param account the customer number, or the number typed where it means no customer
	 * @param name the name typed, the same for all its forms
	 * @return three keys
	 */
	public static TryKeys of(UUID resident, String account, String name) {
		return new TryKeys(Stream.of("resident " + resident, "account " + account, "name " + name)
			.map(TryKeys::digest)
			.sorted()
			.toList());
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

}
