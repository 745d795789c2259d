package city.plaza.identity.completion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import city.plaza.platform.messages.Language;

/**
 * A text as a resident reads it.
 *
 * @param version the city's name for it
 * @param language of the reader
 * @param paragraphs in that language
 */
record AcknowledgedText(String version, Language language, List<String> paragraphs) {

	String text() {
		return String.join("\n\n", this.paragraphs);
	}

	/** By what it is known again: SHA-256, in hexadecimal. */
	String hash() {
		String whole = String.join("\n", this.version, this.language.tag(), text());
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
