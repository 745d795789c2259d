package city.plaza.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLimitsTests {

	private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

	private final SessionSettings settings = new SessionSettings(Duration.ofMinutes(15), Duration.ofHours(12),
			Duration.ofDays(14), Duration.ofDays(30), Duration.ofSeconds(10));

	@ParameterizedTest
	@CsvSource({ "BROWSER, PT0S, PT15M", "BROWSER, PT5M, PT20M", "BROWSER, PT11H45M, PT12H", "BROWSER, PT11H59M, PT12H",
			"MOBILE, PT0S, P14D", "MOBILE, P10D, P24D", "MOBILE, P16D, P30D", "MOBILE, P29D, P30D" })
	void expiresWhenIdleAndAtItsEndAtTheLatest(Session.Kind kind, Duration usedAfter, Duration expiresAfter) {
		SessionLimits limits = this.settings.of(kind);
		assertThat(limits.expiresAt(START.plus(usedAfter), limits.endsAt(START))).isEqualTo(START.plus(expiresAfter));
	}

	@Test
	void growsTheWaitAfterTenFailuresUpToAnHour() {
		List<Duration> waits = SignInRules.FROM_ONE_PLACE.waits();
		assertThat(waits).startsWith(Duration.ZERO)
			.containsSequence(Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2))
			.endsWith(Duration.ofMinutes(32), Duration.ofHours(1));
		assertThat(waits.subList(0, 9)).containsOnly(Duration.ZERO);
		assertThat(waits.get(9)).isEqualTo(Duration.ofSeconds(30));
	}

}
