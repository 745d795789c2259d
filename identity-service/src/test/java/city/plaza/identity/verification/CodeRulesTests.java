package city.plaza.identity.verification;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodeRulesTests {

	private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

	@Test
	void allowsTheFirst() {
		assertThat(CodeRules.pause(NOW, null)).isZero();
	}

	@ParameterizedTest(name = "{1} after {0}")
	@CsvSource({ "PT0S, PT60S", "PT0.000001S, PT59.999999S", "PT59S, PT1S", "PT59.999S, PT0.001S", "PT60S, PT0S",
			"PT60.000001S, PT0S", "P1D, PT0S" })
	void asksForAMinuteBetweenTwo(Duration since, Duration pause) {
		assertThat(CodeRules.pause(NOW, NOW.minus(since))).isEqualTo(pause);
	}

	/** Who has the code by chance: five of a hundred million, twenty times a day. */
	@Test
	void leaveAGuesserAHandfulOfTriesADay() {
		int codes = CodeRules.OF_MAILBOX.most() + 24 * CodeRules.LAST_WAY.most();
		assertThat(codes * CodeRules.TRIES).isLessThan(1_000);
		assertThat(CodeRules.OF_NETWORK.most()).isLessThan(CodeRules.OF_MAILBOX.most());
		assertThat(CodeRules.OF_NETWORK.period()).isEqualTo(CodeRules.OF_MAILBOX.period()).isEqualTo(CodeRules.WINDOW);
	}

}
