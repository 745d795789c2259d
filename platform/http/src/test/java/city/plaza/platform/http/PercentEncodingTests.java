package city.plaza.platform.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PercentEncodingTests {

	private static final long SEED = 20260301;

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/bills/7", "%41", "%20%7e", "%C5%81", "%c5%81", "%F0%9F%98%80", "%F4%8F%BF%BF",
			"%25", "%2500", "%01%1F%7F", "a%E2%80%AEb", "%EF%BF%BD", "Łódź", "\uD83D\uDE00" })
	void readsCompleteEscapesOfUtf8(String text) {
		assertThat(PercentEncoding.isReadable(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "%4", "a%", "%%", "%%41", "%4%41", "%zz", "%4g", "%g4", "% 1", "%-1", "%+1",
			"%\uFF14\uFF11", "%\u0664\u0661", "%00", "a%00b", "\0", "%C0%80", "%C0%AF", "%80", "%FF", "%C5", "%C5a",
			"%E2%82", "%ED%A0%80", "%F5%80%80%80", "%F4%90%80%80", "%F8%88%80%80%80" })
	void refusesWhatIsIncompleteOrNotUtf8OrHoldsNul(String text) {
		assertThat(PercentEncoding.isReadable(text)).isFalse();
	}

	@Test
	void readsWhateverTextIsEscaped() {
		Random random = new Random(SEED);
		for (int round = 0; round < 500; round++) {
			String text = random.ints(1, 0x110000)
				.filter((point) -> point < 0xD800 || point > 0xDFFF)
				.limit(1 + random.nextInt(20))
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
			assertThat(PercentEncoding.isReadable(URLEncoder.encode(text, StandardCharsets.UTF_8)))
				.as("%s, seed %d", text, SEED)
				.isTrue();
		}
	}

	/** Bytes are a text exactly where decoding and encoding gives them back. */
	@Test
	void judgesBytesAsJavaDoes() {
		Random random = new Random(SEED);
		for (int round = 0; round < 5_000; round++) {
			byte[] bytes = new byte[1 + random.nextInt(4)];
			random.nextBytes(bytes);
			byte[] again = new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
			boolean isText = Arrays.equals(bytes, again) && new String(bytes, StandardCharsets.UTF_8).indexOf('\0') < 0;
			String escaped = HexFormat.of().withPrefix("%").formatHex(bytes);
			assertThat(PercentEncoding.isReadable(escaped)).as("%s, seed %d", escaped, SEED).isEqualTo(isText);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			/a | - | - | true
			/a | x=1&y=%20 | - | true
			/a | &&= | - | true
			/%00 | x=1 | - | false
			/%ff | - | - | false
			/a | x=%00 | x | false
			/a | a=1&x=%zz&b=% | x | false
			/a | x=1=%00 | x | false
			/a | x%00 | - | false
			/a | %00=1 | - | false
			/a | % | - | false
			/a | =%00 | '' | false
			/a | n%41me=%C0 | n%41me | false
			/a | x=%C5&y=%81 | x | false
			""")
	void namesTheParameterThatCannotBeRead(String path, @Nullable String query, @Nullable String field,
			boolean isReadable) {
		Problem problem = ReadableRequest.problem(path, query);
		assertThat(problem == null).isEqualTo(isReadable);
		if (problem != null) {
			assertThat(problem.code()).isEqualTo("malformed-request");
			assertThat(problem.field()).isEqualTo(field);
		}
	}

	@Test
	void readsALongAddressAtOnce() {
		assertThat(PercentEncoding.isReadable("%41".repeat(1_000_000))).isTrue();
		assertThat(PercentEncoding.isReadable("%41".repeat(1_000_000) + "%")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "na\0me, na?me", "'', ''", "lines[1].text, lines[1].text" })
	void neverRepeatsTheCharacterThatCannotBeStored(String field, String named) {
		assertThat(Unreadable.text(field).field()).isEqualTo(named);
	}

}
