package city.plaza.gateway.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style of a page, within the page: no address of its own has to be served.
 *
 * @param css whole
 */
public record Style(String css) {

	/** What the page may load: this style and nothing else. */
	public String policy() {
		return "default-src 'none'; style-src 'sha256-" + hash()
				+ "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
	}

	private String hash() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.css.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
