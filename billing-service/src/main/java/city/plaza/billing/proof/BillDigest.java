package city.plaza.billing.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import city.plaza.billing.money.Money;
import org.springframework.stereotype.Component;

/**
 * The keyed digest of a bill's number and amount, as the contract of
 * {@link BillProofsChanged} says: without the secret no reader can try out which bill it
 * is.
 */
@Component
class BillDigest {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int BYTES = 16;

	private static final Pattern SPACES_AND_DASHES = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}]+");

	private final SecretKeySpec key;

	BillDigest(ProofSettings settings) {
		this.key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	String of(String customerNumber, String billNumber, Money amount) {
		String text = String.join("\n", customerNumber, compact(billNumber), Long.toString(amount.amount()),
				amount.currency());
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has " + ALGORITHM, ex);
		}
	}

	private static String compact(String billNumber) {
		String upper = Normalizer.normalize(billNumber, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
		return SPACES_AND_DASHES.matcher(upper).replaceAll("");
	}

}
