package city.plaza.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuditKeysTests {

	private static final String OLD = "an old secret of a service";

	private static final String NEW = "a new secret of the service";

	@Test
	void tellsWhereOneTextEndsAndTheNextBegins() {
		assertThat(AuditKeys.canonical("ab", "c")).isNotEqualTo(AuditKeys.canonical("a", "bc"));
		assertThat(AuditKeys.canonical("a", null)).isNotEqualTo(AuditKeys.canonical("a", ""));
		assertThat(AuditKeys.canonical("1:a")).isNotEqualTo(AuditKeys.canonical("1", "a"));
	}

	@Test
	void verifiesWhatWasMadeUnderAnEarlierSecret() {
		AuditKeys before = new AuditKeys(settings(OLD));
		AuditRow row = row(before.current());
		Digest mac = before.mac(row).orElseThrow();
		AuditKeys after = new AuditKeys(settings(NEW, OLD));
		assertThat(after.mac(row)).contains(mac);
		assertThat(after.current()).isNotEqualTo(before.current());
		assertThat(new AuditKeys(settings(NEW)).mac(row)).isEmpty();
		assertThat(after.mac(row(after.current()))).isPresent().isNotEqualTo(mac);
	}

	@Test
	void chainsByPlace() {
		AuditKeys keys = new AuditKeys(settings(NEW));
		Digest some = new Digest(new byte[32]);
		assertThat(keys.link(keys.current(), some, 1, some)).isNotEqualTo(keys.link(keys.current(), some, 2, some));
	}

	@Test
	void refusesAShortSecretAndPrintsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings("short"));
		assertThatIllegalArgumentException().isThrownBy(() -> settings(NEW, "short"));
		assertThat(settings(NEW, OLD)).asString().doesNotContain(NEW, OLD);
	}

	@Test
	void readsAnAnchorAsItWasLogged() {
		Place place = new Place(42, new Digest(new byte[32]));
		assertThat(Place.parse(place.text())).contains(place);
		assertThat(Place.parse("42:00")).isEmpty();
		assertThat(Place.parse("0:" + "0".repeat(64))).isEmpty();
	}

	private static AuditSettings settings(String secret, String... earlier) {
		return new AuditSettings(secret, List.of(earlier), true, Duration.ofSeconds(1), Duration.ofMinutes(1));
	}

	private static AuditRow row(String key) {
		return new AuditRow(new UUID(1, 2), Instant.EPOCH, null, "system", "door-opened", "door", "door-1", null,
				"succeeded", "{}", key);
	}

}
