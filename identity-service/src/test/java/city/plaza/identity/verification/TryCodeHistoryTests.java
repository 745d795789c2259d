package city.plaza.identity.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The codes of registrations in a history made by chance. */
@PlazaTest
class TryCodeHistoryTests {

	private static final Duration LIFE = Duration.ofMinutes(10);

	private final TestClock clock = TestClock.standingAt("2099-03-02T08:00:00Z");

	private final Recipient recipient = new Recipient(RegistrationId.next(),
			new EmailAddress(IdentityFixture.newEmail()), Language.ENGLISH);

	@Autowired
	private VerificationCodes codes;

	@Autowired
	private KeyedHashes hashes;

	@Autowired
	private Transactions transactions;

	private TryCode tryCode;

	@BeforeEach
	void prepare() {
		this.tryCode = new TryCode(this.codes, this.hashes, this.transactions, this.clock);
	}

	@ParameterizedTest
	@ValueSource(ints = { 20260302, 20261129 })
	void takesTheCurrentCodeOnceInTimeAndWithinFiveTries(int seed) {
		Random random = new Random(seed);
		String current = send();
		String before = "00000000";
		int tries = 0;
		boolean used = false;
		Instant expiresAt = this.clock.instant().plus(LIFE);
		for (int step = 0; step < 150; step++) {
			this.clock.pass(Duration.ofSeconds(random.nextInt(random.nextInt(10) == 0 ? 900 : 60)));
			if (random.nextInt(6) == 0) {
				before = current;
				current = send();
				tries = 0;
				used = false;
				expiresAt = this.clock.instant().plus(LIFE);
			}
			String typed = List.of(current, before, IdentityFixture.wrong(current), "", current + "0")
				.get(random.nextInt(5));
			TryCode.Outcome expected;
			if (used) {
				expected = TryCode.Outcome.Refused.USED;
			}
			else if (tries >= CodeRules.TRIES) {
				expected = TryCode.Outcome.Refused.SPENT;
			}
			else if (!this.clock.instant().isBefore(expiresAt)) {
				expected = TryCode.Outcome.Refused.EXPIRED;
			}
			else {
				tries++;
				used = typed.equals(current);
				expected = used ? new TryCode.Outcome.Right() : TryCode.Outcome.Refused.WRONG;
			}
			assertThat(attempt(typed)).as("seed %s, step %s: %s of %s", seed, step, typed, current).isEqualTo(expected);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4, 5 })
	void takesTheRightCodeAtTheLastTryToo(int at) {
		String code = send();
		for (int number = 1; number < at; number++) {
			assertThat(attempt(IdentityFixture.wrong(code))).isEqualTo(TryCode.Outcome.Refused.WRONG);
		}
		assertThat(attempt(code)).isEqualTo(new TryCode.Outcome.Right());
		assertThat(attempt(code)).isEqualTo(TryCode.Outcome.Refused.USED);
	}

	@Test
	void takesACodeUntilTheLastMomentOfItsLife() {
		String code = send();
		this.clock.pass(LIFE.minusSeconds(1));
		assertThat(attempt(code)).isEqualTo(new TryCode.Outcome.Right());
		String next = send();
		this.clock.pass(LIFE);
		assertThat(attempt(next)).isEqualTo(TryCode.Outcome.Refused.EXPIRED);
	}

	@Test
	void confirmsOnceHoweverManyTypeTheRightCodeAtOnce() {
		String code = send();
		List<TryCode.Outcome> outcomes = IdentityFixture.atOnce(12, (number) -> attempt(code));
		assertThat(outcomes).filteredOn(new TryCode.Outcome.Right()::equals).hasSize(1);
		assertThat(outcomes).filteredOn(TryCode.Outcome.Refused.USED::equals).hasSize(11);
	}

	@Test
	void matchesNothingWhereNoCodeWasMailed() {
		store(UUID.randomUUID(), Hash.ofNothing(), false);
		for (int number = 0; number < CodeRules.TRIES; number++) {
			assertThat(attempt("%08d".formatted(number))).isEqualTo(TryCode.Outcome.Refused.WRONG);
		}
		assertThat(attempt("12345678")).isEqualTo(TryCode.Outcome.Refused.SPENT);
	}

	private String send() {
		Code code = Code.next();
		UUID id = UUID.randomUUID();
		store(id, code.hash(this.hashes, id, this.recipient.flow()), true);
		return code.digits().reveal();
	}

	private void store(UUID id, Hash hash, boolean mailed) {
		Instant now = this.clock.instant();
		this.codes.replace(id, this.recipient, hash, now, now.plus(LIFE), mailed).block(Duration.ofSeconds(30));
	}

	private TryCode.Outcome attempt(String typed) {
		return Objects.requireNonNull(
				this.tryCode.attempt(this.recipient.flow(), Secret.of(typed)).block(Duration.ofSeconds(30)));
	}

}
