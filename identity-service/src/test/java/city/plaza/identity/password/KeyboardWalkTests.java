package city.plaza.identity.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyboardWalkTests {

	@ParameterizedTest
	@ValueSource(strings = { "qwertyuiop", "poiuytrewq", "asdfghjkl", "zxcvbnm,./", "1q2w3e4r", "1qaz", "zaq1",
			"qwertz", "azertyuiop", "1234567890", "!@#$%^&*()", "aaaa", "q1q1q1q1", "qwqwqw" })
	void goesOverTheWholeOfARow(String walk) {
		assertThat(KeyboardWalk.end(walk, 0)).isGreaterThanOrEqualTo(Math.min(walk.length(), 4));
	}

	@ParameterizedTest
	@CsvSource({ "qwertyuiop, 10", "poiuytrewq, 10", "1q2w3e4r5t6y, 12", "qwertz, 6", "azerty, 6", "1234567890, 10",
			"yxcvbnm, 7" })
	void endsWithTheRow(String walk, int end) {
		assertThat(KeyboardWalk.end(walk, 0)).isEqualTo(end);
		assertThat(KeyboardWalk.end(walk + "\u00e9", 0)).isEqualTo(end);
		assertThat(KeyboardWalk.end("\u00e9" + walk, 1)).isEqualTo(end + 1);
	}

	@ParameterizedTest
	@CsvSource({ "qp, 1", "qm, 1", "heron, 1", "garden, 1", "0z, 1", "q, 1", "qwe, 3", "qwa, 3" })
	void endsWhereAKeyIsFarFromTheOneBefore(String text, int end) {
		assertThat(KeyboardWalk.end(text, 0)).isEqualTo(end);
	}

	@Test
	void endsWhereItTurnsOffItsWay() {
		assertThat(KeyboardWalk.end("qwedcv", 0)).isLessThan(6);
		assertThat(KeyboardWalk.end("qwerewq", 0)).isLessThan(7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00e9", "\u5e02", " ", "\ud83e\udda2", "\u0000" })
	void knowsNoOtherKeys(String text) {
		assertThat(KeyboardWalk.end(text, 0)).isZero();
	}

	@Test
	void staysWithinTheText() {
		assertThat(KeyboardWalk.end("", 0)).isZero();
		assertThat(KeyboardWalk.end("qwerty", 6)).isEqualTo(6);
		assertThat(KeyboardWalk.end("qwerty", 5)).isEqualTo(6);
	}

}
