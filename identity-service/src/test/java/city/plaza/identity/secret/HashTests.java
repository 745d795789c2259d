package city.plaza.identity.secret;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HashTests {

	private final byte[] bytes = OpaqueTokens.hash(OpaqueTokens.next()).bytes();

	@Test
	void isEqualByItsBytes() {
		assertThat(Hash.of(this.bytes)).isEqualTo(Hash.of(this.bytes.clone())).hasSameHashCodeAs(Hash.of(this.bytes));
		assertThat(Hash.of(this.bytes)).isNotEqualTo(null).isNotEqualTo("***");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 15, 31 })
	void differsInEveryByte(int at) {
		byte[] other = this.bytes.clone();
		other[at] ^= 1;
		assertThat(Hash.of(other)).isNotEqualTo(Hash.of(this.bytes));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 31, 33 })
	void differsFromALongerOrShorterOne(int length) {
		assertThat(Hash.of(Arrays.copyOf(this.bytes, length))).isNotEqualTo(Hash.of(this.bytes));
	}

	@Test
	void isChangedByNobody() {
		byte[] mine = this.bytes.clone();
		Hash hash = Hash.of(mine);
		mine[0] ^= 1;
		hash.bytes()[1] ^= 1;
		assertThat(hash).isEqualTo(Hash.of(this.bytes));
	}

	@Test
	void ofNothingIsNeverTheSame() {
		Set<Hash> hashes = new HashSet<>();
		for (int count = 0; count < 1_000; count++) {
			hashes.add(Hash.ofNothing());
		}
		assertThat(hashes).hasSize(1_000).doesNotContain(Hash.of(new byte[32]));
	}

	@Test
	void isPrintedNowhere() {
		assertThat(Hash.of(this.bytes)).hasToString("***");
	}

}
