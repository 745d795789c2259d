package city.plaza.identity.secret;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpaqueTokensTests {

	@Test
	void areNeverTheSame() {
		assertThat(Stream.generate(OpaqueTokens::next).limit(1000).map(Secret::reveal)).doesNotHaveDuplicates()
			.allMatch((token) -> token.matches("[A-Za-z0-9_-]{43}"));
	}

	@Test
	void haveOneSuccessorForEachSalt() {
		Secret token = OpaqueTokens.next();
		Secret salt = OpaqueTokens.next();
		Secret successor = OpaqueTokens.successor(token, salt);
		assertThat(OpaqueTokens.successor(token, salt)).isEqualTo(successor);
		assertThat(OpaqueTokens.successor(token, OpaqueTokens.next())).isNotEqualTo(successor);
		assertThat(OpaqueTokens.successor(OpaqueTokens.next(), salt)).isNotEqualTo(successor);
		assertThat(successor.reveal()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(token.reveal());
	}

	@Test
	void areStoredAsAHashThatMatchesThemAlone() {
		Secret token = OpaqueTokens.next();
		assertThat(OpaqueTokens.hash(token)).isEqualTo(OpaqueTokens.hash(Secret.of(token.reveal())))
			.isNotEqualTo(OpaqueTokens.hash(OpaqueTokens.next()))
			.isNotEqualTo(Hash.ofNothing());
		assertThat(OpaqueTokens.hash(token).bytes()).hasSize(32);
	}

}
