package city.plaza.accountlink.dispute;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DisputeTokenTests {

	@Test
	void isNeverTheSame() {
		assertThat(Stream.generate(DisputeToken::next).limit(1000).map(DisputeToken::value)).doesNotHaveDuplicates()
			.allMatch((value) -> value.matches("[A-Za-z0-9_-]{43}"));
	}

	@Test
	void isStoredAsADigestThatMatchesItAlone() {
		DisputeToken token = DisputeToken.next();
		assertThat(token.digest()).hasSize(32)
			.isEqualTo(new DisputeToken(token.value()).digest())
			.isNotEqualTo(DisputeToken.next().digest());
	}

	@Test
	void isPrintedNowhere() {
		DisputeToken token = DisputeToken.next();
		assertThat(token.toString()).doesNotContain(token.value());
	}

}
