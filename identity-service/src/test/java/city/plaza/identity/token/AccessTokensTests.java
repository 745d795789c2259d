package city.plaza.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PlazaTest
class AccessTokensTests {

	private static final TokenSettings SETTINGS = new TokenSettings(Duration.ofMinutes(5), Duration.ofDays(90),
			Duration.ofMinutes(1));

	/** Such that its own fraction of a second is lost in a token. */
	private final TestClock clock = TestClock.standingAt("2026-03-02T08:00:00.900Z");

	private final UUID session = UUID.randomUUID();

	@Autowired
	private SigningKeys keys;

	@Autowired
	private Transactions transactions;

	private AccessTokens tokens;

	@BeforeEach
	void begin() {
		this.tokens = new AccessTokens(new KeyRings(this.keys, SETTINGS, this.transactions, this.clock), SETTINGS,
				this.clock);
	}

	@ParameterizedTest(name = "{1} s where the session has {0} left")
	@CsvSource({ "PT0.001S, 1", "PT0.4S, 1", "PT1S, 1", "PT1.999S, 1", "PT59.5S, 59", "PT4M59.999S, 299", "PT5M, 300",
			"PT5M0.001S, 300", "P30D, 300", "PT0S, 1", "PT-1S, 1" })
	void liveForWholeSecondsAndNotMuchLongerThanTheirSession(Duration left, long seconds) {
		AccessTokens.Issued issued = issue(left, Set.of());
		assertThat(issued.expiresIn()).isEqualTo(Duration.ofSeconds(seconds));
		Jwt token = check(issued);
		assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(issued.expiresIn());
		assertThat(token.getExpiresAt()).isBeforeOrEqualTo(this.clock.instant().plus(issued.expiresIn()));
	}

	@Test
	void areAcceptedUntilTenSecondsAfterTheirEnd() {
		AccessTokens.Issued issued = issue(Duration.ofHours(1), Set.of());
		this.clock.pass(Duration.ofSeconds(309));
		assertThat(check(issued)).isNotNull();
		this.clock.pass(Duration.ofSeconds(2));
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> check(issued));
	}

	@Test
	void nameTheHolderTheSessionAndTheRolesInOneOrder() {
		Jwt token = check(issue(Duration.ofHours(1), Set.of("help-desk", "audit", "finance")));
		assertThat(token.getClaimAsString("sid")).isEqualTo(this.session.toString());
		assertThat(token.getClaimAsStringList("roles")).isEqualTo(List.of("audit", "finance", "help-desk"));
		assertThat(token.getAudience()).containsExactly("plaza-api");
		assertThat(token.getClaims().keySet()).containsExactlyInAnyOrder("iss", "aud", "sub", "jti", "iat", "exp",
				"sid", "given_name", "family_name", "roles");
	}

	@Test
	void areNeverTheSame() {
		AccessTokens.Issued one = issue(Duration.ofHours(1), Set.of());
		assertThat(issue(Duration.ofHours(1), Set.of()).token()).isNotEqualTo(one.token());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "\ud83e\udda2" })
	void areNothingThatIsNoToken(String text) {
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.tokens.check(text).block());
	}

	/** The event of a sign-out names the moment from which on nobody need remember it. */
	@Test
	void haveExpiredForAllWhenTheyAreSaidToBeGone() {
		Instant signedOut = this.clock.instant();
		AccessTokens.Issued last = issue(Duration.ofDays(1), Set.of());
		this.clock.pass(Duration.between(signedOut, AccessTokens.goneAt(signedOut)));
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> check(last));
	}

	private AccessTokens.Issued issue(Duration left, Set<String> roles) {
		Account account = new Account(AccountId.next(), roles.isEmpty() ? Account.Kind.RESIDENT : Account.Kind.STAFF,
				new EmailAddress("pat@example.org"), PersonName.of("Pat"), PersonName.of("Example"), "no hash", roles,
				Language.ENGLISH, false, this.clock.instant());
		return get(this.tokens.issue(account, this.session, this.clock.instant().plus(left)));
	}

	private Jwt check(AccessTokens.Issued issued) {
		return get(this.tokens.check(issued.token().reveal()));
	}

	private static <T> T get(Mono<T> value) {
		return Objects.requireNonNull(value.block(Duration.ofSeconds(30)));
	}

}
