package city.plaza.platform.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Checks percent-encoded text (RFC 3986, section 2.1): complete escapes of well-formed
 * UTF-8 without U+0000, which PostgreSQL cannot store in a text.
 */
final class PercentEncoding {

	private PercentEncoding() {
	}

	static boolean isReadable(String encoded) {
		byte[] decoded = new byte[encoded.length()];
		int length = 0;
		for (int at = 0; at < encoded.length(); at++) {
			char next = encoded.charAt(at);
			if (next != '%') {
				// Whatever is not ASCII here has been decoded before and is checked as it
				// is.
				decoded[length++] = (next < 0x80) ? (byte) next : (byte) '?';
			}
			else if (at + 2 >= encoded.length()) {
				return false;
			}
			else if (!HexFormat.isHexDigit(encoded.charAt(at + 1)) || !HexFormat.isHexDigit(encoded.charAt(at + 2))) {
				return false;
			}
			else {
				decoded[length++] = (byte) HexFormat.fromHexDigits(encoded, at + 1, at + 3);
				at += 2;
			}
			if (decoded[length - 1] == 0) {
				return false;
			}
		}
		return isUtf8(ByteBuffer.wrap(decoded, 0, length));
	}

	private static boolean isUtf8(ByteBuffer bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(bytes);
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
