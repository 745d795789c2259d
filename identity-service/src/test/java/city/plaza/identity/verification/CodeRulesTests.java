package city.plaza.identity.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CodeRulesTests {

	private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

	@Test
	void allowsTheFirst() {
		assertThat(CodeRules.decide(NOW, null, List.of())).isEqualTo(new CodeRules.Allowed());
	}

	@Test
	void asksForAMinuteBetweenTwo() {
		assertThat(decide(Duration.ofSeconds(59))).isEqualTo(new CodeRules.TooSoon(Duration.ofSeconds(1)));
		assertThat(decide(Duration.ofMillis(1))).isEqualTo(new CodeRules.TooSoon(Duration.ofMillis(59_999)));
		assertThat(decide(Duration.ofSeconds(60))).isEqualTo(new CodeRules.Allowed());
	}

	@Test
	void allowsFiveInADay() {
		assertThat(CodeRules.decide(NOW, null, mailed(1, 2, 3, 4))).isEqualTo(new CodeRules.Allowed());
		assertThat(CodeRules.decide(NOW, null, mailed(1, 2, 3, 4, 10)))
			.isEqualTo(new CodeRules.TooMany(Duration.ofHours(14)));
		assertThat(CodeRules.decide(NOW, null, mailed(1, 2, 3, 4, 24))).isEqualTo(new CodeRules.Allowed());
	}

	@Test
	void waitsForTheOneThatFreesAPlace() {
		assertThat(CodeRules.decide(NOW, null, mailed(1, 2, 3, 4, 5, 6, 7)))
			.isEqualTo(new CodeRules.TooMany(Duration.ofHours(19)));
	}

	private static CodeRules.Decision decide(Duration sinceLast) {
		return CodeRules.decide(NOW, NOW.minus(sinceLast), List.of(NOW.minus(sinceLast)));
	}

	private static List<Instant> mailed(Integer... hoursAgo) {
		return Stream.of(hoursAgo).map((hours) -> NOW.minus(Duration.ofHours(hours))).sorted().toList();
	}

}
