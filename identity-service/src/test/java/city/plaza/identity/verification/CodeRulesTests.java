package city.plaza.identity.verification;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CodeRulesTests {

	private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

	@Test
	void allowsTheFirst() {
		assertThat(CodeRules.pause(NOW, null)).isZero();
	}

	@Test
	void asksForAMinuteBetweenTwo() {
		assertThat(CodeRules.pause(NOW, NOW.minusSeconds(59))).isEqualTo(Duration.ofSeconds(1));
		assertThat(CodeRules.pause(NOW, NOW.minusMillis(1))).isEqualTo(Duration.ofMillis(59_999));
		assertThat(CodeRules.pause(NOW, NOW.minusSeconds(60))).isZero();
	}

}
