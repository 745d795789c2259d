package city.plaza.gateway.filtering;

import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PossibleTokenTests {

	private static final long SEED = 20261130;

	private static final int DRAWN = 200_000;

	/** Of which the drawn texts consist: what a token may hold, and what is near it. */
	private static final String NEAR = "aZ9-_...+";

	/** The same as the standard writes it. */
	private static final Pattern FORM = Pattern
		.compile("(?i:Bearer) [A-Za-z0-9_-]{1,1024}\\.[A-Za-z0-9_-]{1,4096}\\.[A-Za-z0-9_-]{1,1024}");

	@Test
	void agreesWithThePatternOnDrawnTexts() {
		Random random = new Random(SEED);
		int tokens = 0;
		for (int n = 0; n < DRAWN; n++) {
			String drawn = ((n % 3 == 0) ? "bEARER " : "Bearer ") + draw(random);
			boolean isToken = FORM.matcher(drawn).matches();
			assertThat(PossibleToken.isIn(drawn)).as(drawn).isEqualTo(isToken);
			tokens += isToken ? 1 : 0;
		}
		assertThat(tokens).as("tokens among them").isBetween(DRAWN / 200, DRAWN / 2);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 1, true", "1024, 4096, 1024, true", "1025, 1, 1, false", "1, 4097, 1, false",
			"1, 1, 1025, false", "0, 1, 1, false", "1, 0, 1, false", "1, 1, 0, false" })
	void boundsEachPart(int first, int second, int third, boolean isToken) {
		String token = "Bearer " + "a".repeat(first) + "." + "b".repeat(second) + "." + "c".repeat(third);
		assertThat(PossibleToken.isIn(token)).isEqualTo(isToken);
	}

	private static String draw(Random random) {
		StringBuilder text = new StringBuilder();
		for (int length = random.nextInt(1, 9); length > 0; length--) {
			text.append(NEAR.charAt(random.nextInt(NEAR.length())));
		}
		return text.toString();
	}

}
