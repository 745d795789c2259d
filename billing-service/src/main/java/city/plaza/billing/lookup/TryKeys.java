package city.plaza.billing.lookup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import city.plaza.billing.lookup.TryKey.Kind;
import city.plaza.platform.security.ClientAddress;

import org.springframework.stereotype.Component;

/**
 * Makes the keys of a try. They are keyed digests: whoever reads the table learns neither
 * addresses nor numbers.
 */
@Component
class TryKeys {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec secret;

	TryKeys(LookupSettings settings) {
		this.secret = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/**
	 * The keys of a try, always in the same order, so that no two transactions wait for
	 * each other.
	 * @param request numbers that mean nothing are counted too
	 */
	List<TryKey> of(LookupRequest request) {
		ClientAddress client = request.client();
		Stream<TryKey> site = client.site().equals(client.network()) ? Stream.of()
				: Stream.of(key(Kind.SITE, client.site()));
		return Stream
			.concat(site,
					Stream.of(key(Kind.NETWORK, client.network()), key(Kind.CUSTOMER, request.customer().compact()),
							key(Kind.BILL, request.bill().compact())))
			.sorted(Comparator.comparing(TryKey::digest))
			.toList();
	}

	private TryKey key(Kind kind, String value) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.secret);
			byte[] digest = mac.doFinal(("bill lookup " + kind + " " + value).getBytes(StandardCharsets.UTF_8));
			return new TryKey(kind, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has " + ALGORITHM, ex);
		}
	}

}
