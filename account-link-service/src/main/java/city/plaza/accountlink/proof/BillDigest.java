package city.plaza.accountlink.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import city.plaza.accountlink.customer.CustomerNumber;

import org.springframework.stereotype.Component;

/**
 * The keyed digest of a bill's number and amount, as billing-service makes it (see the
 * contract of {@code BillProofsChanged}): 16 bytes of an HMAC-SHA256 over the customer
 * number, the bill number, the amount and the currency, each on a line.
 */
@Component
class BillDigest {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int BYTES = 16;

	private final SecretKeySpec key;

	BillDigest(ProofSettings settings) {
		this.key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	String of(CustomerNumber customerNumber, BillTyped bill) {
		String text = String.join("\n", customerNumber.value(), bill.number().compact(), Long.toString(bill.amount()),
				bill.currency());
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

}
