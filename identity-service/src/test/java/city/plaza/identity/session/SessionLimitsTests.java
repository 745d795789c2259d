package city.plaza.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import city.plaza.identity.account.Account;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLimitsTests {

	private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

	private final SessionSettings settings = new SessionSettings(Duration.ofMinutes(15), Duration.ofHours(12),
			Duration.ofDays(14), Duration.ofDays(30), Duration.ofHours(8), Duration.ofSeconds(10));

	@ParameterizedTest
	@CsvSource({ "BROWSER, PT0S, PT15M", "BROWSER, PT5M, PT20M", "BROWSER, PT11H45M, PT12H", "BROWSER, PT11H59M, PT12H",
			"MOBILE, PT0S, P14D", "MOBILE, P10D, P24D", "MOBILE, P16D, P30D", "MOBILE, P29D, P30D" })
	void expiresWhenIdleAndAtItsEndAtTheLatest(Session.Kind kind, Duration usedAfter, Duration expiresAfter) {
		SessionLimits limits = this.settings.of(kind);
		assertThat(limits.expiresAt(START.plus(usedAfter), limits.endsAt(START))).isEqualTo(START.plus(expiresAfter));
	}

	@ParameterizedTest
	@CsvSource({ "BROWSER, RESIDENT, PT12H", "MOBILE, RESIDENT, P30D", "BROWSER, STAFF, PT8H", "MOBILE, STAFF, PT8H" })
	void endsAfterAWorkingDayOfStaff(Session.Kind kind, Account.Kind holder, Duration life) {
		assertThat(this.settings.of(kind, holder).endsAt(START)).isEqualTo(START.plus(life));
	}

	@ParameterizedTest
	@EnumSource
	void neverOutlivesItsEndHoweverOftenItIsUsed(Session.Kind kind) {
		SessionLimits limits = this.settings.of(kind);
		Instant endsAt = limits.endsAt(START);
		Instant expiresAt = limits.expiresAt(START, endsAt);
		Random random = new Random(20260302);
		for (Instant use = START; use.isBefore(expiresAt); use = use.plusSeconds(1 + random.nextInt(600))) {
			Instant before = expiresAt;
			expiresAt = limits.expiresAt(use, endsAt);
			assertThat(expiresAt).isAfter(use).isBeforeOrEqualTo(endsAt).isAfterOrEqualTo(before);
		}
		assertThat(expiresAt).isEqualTo(endsAt);
	}

	/** An hour that comes twice or never changes no session. */
	@ParameterizedTest
	@ValueSource(strings = { "2026-03-08T07:59:59Z", "2026-11-01T06:30:00Z", "2028-02-28T23:59:59Z",
			"2026-12-31T23:59:59Z" })
	void lastsAsLongWhateverTheClocksOfTheCityDo(Instant start) {
		SessionLimits limits = this.settings.of(Session.Kind.BROWSER);
		assertThat(Duration.between(start, limits.endsAt(start))).isEqualTo(Duration.ofHours(12));
		assertThat(Duration.between(start, limits.expiresAt(start, limits.endsAt(start))))
			.isEqualTo(Duration.ofMinutes(15));
	}

}
