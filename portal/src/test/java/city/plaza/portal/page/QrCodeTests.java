package city.plaza.portal.page;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QrCodeTests {

	private static final String TEXT = "otpauth://totp/City%20of%20Fairhaven:pat@example.org?secret=GEZDGNBVGY3TQOJQ";

	private static final int PIXELS = 4;

	/** What an app sees when it looks at the picture. */
	@Test
	void isReadAsWhatItHolds() throws Exception {
		QrCode code = QrCode.of(TEXT);
		assertThat(code).isNotNull();
		int width = code.size() * PIXELS;
		int[] picture = new int[width * width];
		Arrays.fill(picture, 0xFFFFFF);
		Matcher modules = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.path());
		while (modules.find()) {
			int left = Integer.parseInt(modules.group(1)) * PIXELS;
			int top = Integer.parseInt(modules.group(2)) * PIXELS;
			for (int pixel = 0; pixel < PIXELS * PIXELS; pixel++) {
				picture[(top + pixel / PIXELS) * width + left + pixel % PIXELS] = 0;
			}
		}
		BinaryBitmap seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, picture)));
		assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(TEXT);
	}

	@Test
	void isNoneOfNothingOrTooMuch() {
		assertThat(QrCode.of(null)).isNull();
		assertThat(QrCode.of(" ")).isNull();
		assertThat(QrCode.of("x".repeat(1001))).isNull();
	}

}
