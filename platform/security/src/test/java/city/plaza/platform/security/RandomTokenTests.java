package city.plaza.platform.security;

import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RandomTokenTests {

	@Test
	void isAnotherEachTimeAndFitsIntoAnAddress() {
		assertThat(Stream.generate(RandomToken::next).limit(1000)).doesNotHaveDuplicates()
			.allSatisfy((token) -> assertThat(token).matches("[A-Za-z0-9_-]{43}"));
	}

	/** The value of FIPS 180-4 for this message. */
	@Test
	void isStoredAsItsSha256() {
		assertThat(HexFormat.of().formatHex(RandomToken.digest("abc")))
			.isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	}

}
