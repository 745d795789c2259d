package city.plaza.identity.secondfactor.totp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import city.plaza.identity.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TotpKeyTests {

	private static final TotpKey KEY = new TotpKey("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

	private static final Instant NOW = Instant.ofEpochSecond(1111111109);

	private static final long STEP = TotpKey.stepAt(NOW);

	/** RFC 6238, appendix B, of SHA-1: the last six of its eight digits. */
	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void makesTheCodesOfTheStandard(long time, String code) {
		assertThat(KEY.codeOf(TotpKey.stepAt(Instant.ofEpochSecond(time)))).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 1 })
	void takesTheCodeOfTheStepBeforeAndAfter(long away) {
		assertThat(KEY.stepOf(Secret.of(KEY.codeOf(STEP + away)), NOW)).hasValue(STEP + away);
	}

	/** An instance whose clock is ten minutes off is one that takes no code. */
	@ParameterizedTest
	@ValueSource(longs = { -20, -2, 2, 20 })
	void takesNoCodeOfAnotherTime(long away) {
		assertThat(KEY.stepOf(Secret.of(KEY.codeOf(STEP + away)), NOW)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "081 804", " 081804\n", "081-804", "٠٨١٨٠٤" })
	void readsACodeAsPeopleTypeIt(String typed) {
		assertThat(KEY.stepOf(Secret.of(typed), NOW)).hasValue(STEP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "81804", "0818040", "0", "ABCDEF", "-1", "081804081804" })
	void takesNothingElse(String typed) {
		assertThat(KEY.stepOf(Secret.of(typed), NOW)).isEmpty();
	}

	@Test
	void isShownInBase32WithoutPadding() {
		assertThat(KEY.text().reveal()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
		assertThat(TotpKey.next().text().reveal()).hasSize(32).isNotEqualTo(TotpKey.next().text().reveal());
		assertThat(KEY).hasToString("TotpKey[***]");
	}

}
