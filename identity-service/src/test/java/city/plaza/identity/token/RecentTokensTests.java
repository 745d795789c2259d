package city.plaza.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import city.plaza.identity.secret.Secret;
import city.plaza.identity.token.AccessTokens.Issued;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecentTokensTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private final RecentTokens tokens = new RecentTokens(Duration.ofMinutes(5));

	private int issued;

	@ParameterizedTest
	@CsvSource({ "300, 0, 1", "300, 29, 1", "300, 30, 2", "300, -1, 2", "20, 9, 1", "20, 10, 2", "1, 1, 2" })
	void givesATokenAgainThatIsNeitherOldNorAboutToExpire(int life, int seconds, int expected) {
		assertThat(at(NOW, life, "finance").expiresIn()).hasSeconds(life);
		Issued second = at(NOW.plusSeconds(seconds), life, "finance");
		assertThat(this.issued).isEqualTo(expected);
		assertThat(second.expiresIn()).hasSeconds((expected == 1) ? life - seconds : life);
	}

	@Test
	void issuesAnotherToWhoMayDoOtherThings() {
		at(NOW, 300, "finance");
		at(NOW, 300, "administrator");
		at(NOW, 300, "finance");
		assertThat(this.issued).isEqualTo(2);
	}

	private Issued at(Instant now, int life, String role) {
		return this.tokens.of(new RecentTokens.Bearer(new UUID(1, 1), new UUID(2, 2), "Robin", "Example", Set.of(role),
				NOW.plusSeconds(900), "key"), now, () -> {
					this.issued++;
					return new Issued(Secret.of("token-" + this.issued), Duration.ofSeconds(life));
				});
	}

}
