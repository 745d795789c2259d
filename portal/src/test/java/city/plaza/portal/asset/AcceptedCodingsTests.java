package city.plaza.portal.asset;

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptedCodingsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "br|BROTLI", "gzip|GZIP", "BR|BROTLI", "GZip|GZIP", "br, gzip|BROTLI", "gzip, br|BROTLI",
					"gzip,br|BROTLI", "gzip, deflate, br, zstd|BROTLI", "gzip, deflate|GZIP", "deflate, zstd|IDENTITY",
					"identity|IDENTITY", "identity, gzip|GZIP", "x-gzipped|IDENTITY", "notgzip|IDENTITY",
					"brotli|IDENTITY", "gzip br|IDENTITY", "'\tgzip\t,\tdeflate'|GZIP", ",, gzip ,|GZIP" })
	void takesTheSmallestOfThoseAccepted(String header, Coding best) {
		assertThat(best(header)).isEqualTo(best);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "gzip;q=1, br;q=0.5|GZIP", "gzip;q=0.8, br;q=0.9|BROTLI", "br;q=0.999, gzip|GZIP",
					"br;q=0.1, gzip;q=0.09|BROTLI", "br;q=0.5, gzip;q=0.500|BROTLI", "br;q=1.000, gzip;q=1|BROTLI",
					"gzip;q=0.001|GZIP", "deflate;q=1.0 , gzip ; q=0.001|GZIP", "gzip;Q=0.5, br;Q=0.4|GZIP",
					"identity, br;q=0.5|IDENTITY", "identity;q=0.5, gzip;q=0.5|GZIP", "br; q=0., gzip; q=1.|GZIP" })
	void takesTheOneOfTheLargestWeight(String header, Coding best) {
		assertThat(best(header)).isEqualTo(best);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "br;q=0|IDENTITY", "br;q=0, gzip|GZIP", "br, gzip;q=0|BROTLI", "gzip;q=0|IDENTITY",
					"gzip; q=0.000, identity|IDENTITY", "gzip;q=0.0, br;q=0.00|IDENTITY",
					"identity;q=0, gzip;q=0.1|GZIP", "identity;q=0|IDENTITY" })
	void neverTakesOneOfWeightZeroButForThePlainContent(String header, Coding best) {
		assertThat(best(header)).isEqualTo(best);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "*|BROTLI", "*;q=0.1|BROTLI", "*;q=0|IDENTITY", "br;q=0, *|GZIP", "*;q=0.5, gzip|GZIP",
					"*;q=0, gzip|GZIP", "gzip;q=0.5, *;q=0|GZIP", "br;q=0, gzip;q=0, *|IDENTITY",
					"identity;q=0, *;q=0|IDENTITY" })
	void letsTheAsteriskStandForWhatIsNotNamed(String header, Coding best) {
		assertThat(best(header)).isEqualTo(best);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "''|IDENTITY", "','|IDENTITY", "br;q=2|IDENTITY", "br;q=1.001|IDENTITY", "br;q=-1|IDENTITY",
					"br;q=0.1234|IDENTITY", "br;q=|IDENTITY", "br;q|IDENTITY", "br;|IDENTITY", "br;q=.5|IDENTITY",
					"br;q=high, gzip|GZIP", "br;level=1, gzip|GZIP", "br;q=1;q=0, gzip|GZIP", "br;q = 1, gzip|GZIP",
					"br;q=99999999999999, gzip|GZIP" })
	void countsAMalformedElementAsNotSent(String header, Coding best) {
		assertThat(best(header)).isEqualTo(best);
	}

	@Test
	void takesThePlainContentWithoutAHeader() {
		assertThat(new AcceptedCodings(List.of()).best(EnumSet.allOf(Coding.class))).isEqualTo(Coding.IDENTITY);
	}

	@Test
	void readsSeveralHeadersAsOne() {
		AcceptedCodings accepted = new AcceptedCodings(List.of("gzip;q=0.5", "br, *;q=0"));
		assertThat(accepted.best(EnumSet.allOf(Coding.class))).isEqualTo(Coding.BROTLI);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "br, gzip|GZIP", "br|IDENTITY", "*|GZIP", "gzip;q=0.1, br|GZIP" })
	void takesNoneThatIsNotOffered(String header, Coding best) {
		assertThat(new AcceptedCodings(List.of(header)).best(EnumSet.of(Coding.IDENTITY, Coding.GZIP))).isEqualTo(best);
	}

	private static Coding best(String header) {
		return new AcceptedCodings(List.of(header)).best(EnumSet.allOf(Coding.class));
	}

}
