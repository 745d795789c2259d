package city.plaza.portal.page;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * A QR code as the path of an SVG, drawn in the page itself: nobody else sees what it
 * holds.
 *
 * @param size of the picture in modules, with the quiet zone around it
 * @param path of the dark modules
 */
public record QrCode(int size, String path) {

	/** Modules around the code that stay light (ISO/IEC 18004). */
	private static final int QUIET = 4;

	private static final int LONGEST = 1000;

	/**
	 * Draws a text.
	 * @param text at most {@value #LONGEST} characters
	 * @return null where there is no text, or too much of it
	 */
	public static @Nullable QrCode of(@Nullable String text) {
		if (text == null || text.isBlank() || text.length() > LONGEST) {
			return null;
		}
		try {
			ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
			return new QrCode(modules.getWidth() + 2 * QUIET, draw(modules));
		}
		catch (WriterException ex) {
			throw new IllegalStateException("A text of " + text.length() + " characters has no QR code", ex);
		}
	}

	private static String draw(ByteMatrix modules) {
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < modules.getHeight(); y++) {
			for (int x = 0; x < modules.getWidth(); x++) {
				if (modules.get(x, y) == 1) {
					path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
				}
			}
		}
		return path.toString();
	}

}
