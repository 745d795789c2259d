package city.plaza.identity.session;

import java.util.List;
import java.util.stream.IntStream;

import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTokenTests {

	private static final String PART = "a".repeat(43);

	@Test
	void readsWhatItWrites() {
		DeviceToken token = DeviceToken.fresh().with(proof()).with(proof());
		assertThat(DeviceToken.read(token.text())).contains(token);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "a", "a.b", "." })
	void isNothingWhereTheTextHasNotItsForm(String text) {
		assertThat(DeviceToken.read((text != null) ? Secret.of(text) : null)).isEmpty();
	}

	@Test
	void isNothingWithoutAProofOrWithTooMany() {
		assertThat(DeviceToken.read(Secret.of(PART))).isEmpty();
		assertThat(DeviceToken.read(parts(1 + DeviceToken.MOST_ACCOUNTS))).isPresent();
		assertThat(DeviceToken.read(parts(2 + DeviceToken.MOST_ACCOUNTS))).isEmpty();
	}

	@Test
	void isNothingWithACharacterThatNoTokenHas() {
		for (String bad : List.of(" ", "+", "/", "=", "\n", "é")) {
			assertThat(DeviceToken.read(Secret.of(PART + "." + bad + PART.substring(1)))).as(bad).isEmpty();
		}
	}

	@Test
	void keepsTheNewestProofsFirstAndEachOnce() {
		String one = proof();
		String other = proof();
		DeviceToken token = DeviceToken.fresh().with(one).with(other).with(one);
		assertThat(token.proofs()).containsExactly(one, other);
	}

	@Test
	void forgetsTheOldestProofWhereThereAreTooMany() {
		List<String> proofs = IntStream.rangeClosed(0, DeviceToken.MOST_ACCOUNTS).mapToObj((at) -> proof()).toList();
		DeviceToken token = DeviceToken.fresh();
		for (String proof : proofs) {
			token = token.with(proof);
		}
		assertThat(token.proofs()).containsExactlyElementsOf(proofs.reversed().subList(0, DeviceToken.MOST_ACCOUNTS));
		assertThat(DeviceToken.read(token.text())).contains(token);
	}

	@Test
	void isAnotherOneOnEachDevice() {
		assertThat(DeviceToken.fresh().id()).isNotEqualTo(DeviceToken.fresh().id());
	}

	private static Secret parts(int count) {
		return Secret.of(String.join(".", IntStream.range(0, count).mapToObj((at) -> PART).toList()));
	}

	private static String proof() {
		return OpaqueTokens.next().reveal();
	}

}
