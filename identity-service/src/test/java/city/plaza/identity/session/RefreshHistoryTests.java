package city.plaza.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A family of refresh tokens in a history made by chance: tokens come in order, again,
 * late, after a theft and after the end, beside a few lines that say what each gets.
 */
@PlazaTest
class RefreshHistoryTests {

	private static final Duration REPEAT = Duration.ofSeconds(10);

	private static final int FAMILIES = 8;

	private static final int STEPS = 40;

	private final TestClock clock = TestClock.standingAt("2099-03-02T08:00:00Z");

	private final SessionSettings settings = new SessionSettings(Duration.ofMinutes(15), Duration.ofHours(12),
			Duration.ofDays(14), Duration.ofDays(30), Duration.ofHours(8), REPEAT);

	@Autowired
	private Accounts accounts;

	@Autowired
	private Sessions sessions;

	@Autowired
	private RefreshTokens tokens;

	@Autowired
	private EndSessions endSessions;

	@Autowired
	private Transactions transactions;

	@Autowired
	private Audit audit;

	private OpenSession open;

	private RefreshSession refresh;

	private Account account;

	@BeforeEach
	void register() {
		Clock clock = this.clock;
		this.open = new OpenSession(this.accounts, this.sessions, this.settings, this.audit, this.transactions, clock);
		this.refresh = new RefreshSession(this.sessions, this.tokens, this.accounts, this.endSessions, this.settings,
				this.transactions, clock);
		this.account = new Account(AccountId.next(), Account.Kind.RESIDENT,
				new EmailAddress(IdentityFixture.newEmail()), PersonName.of("Pat"), PersonName.of("Example"), "no hash",
				Set.of(), Language.ENGLISH, false, clock.instant());
		assertThat(get(this.accounts.addIfNew(this.account))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 20260302, 20261129 })
	void givesEachTokenWhatItsHistoryAllows(int seed) {
		Random random = new Random(seed);
		for (int number = 0; number < FAMILIES; number++) {
			Family family = new Family(get(this.open.open(this.account, Session.Kind.MOBILE)));
			for (int step = 0; step < STEPS; step++) {
				this.clock.pass(pause(random));
				int chosen = (random.nextInt(4) != 0) ? family.chain.size() - 1 : random.nextInt(family.chain.size());
				Optional<Secret> expected = family.present(chosen, this.clock.instant());
				Optional<OpenedSession> got = this.refresh.refresh(family.chain.get(chosen).secret).blockOptional();
				String place = "seed %s, family %s, step %s, token %s".formatted(seed, number, step, chosen);
				assertThat(got.isPresent()).as(place).isEqualTo(family.given);
				got.ifPresent((opened) -> family.receive(opened, expected, place));
			}
		}
	}

	/** Mostly at once or soon, now and then after days: once too late for any token. */
	private static Duration pause(Random random) {
		return switch (random.nextInt(10)) {
			case 0 -> Duration.ofDays(1 + random.nextInt(4));
			case 1, 2 -> Duration.ofMinutes(random.nextInt(600));
			case 3 -> REPEAT;
			default -> Duration.ofSeconds(random.nextInt(8));
		};
	}

	private static <T> T get(Mono<T> value) {
		return Objects.requireNonNull(value.block(Duration.ofSeconds(30)));
	}

	private static final class Token {

		private final Secret secret;

		private @Nullable Instant usedAt;

		private Token(Secret secret) {
			this.secret = secret;
		}

	}

	/** The model. */
	private final class Family {

		private final List<Token> chain = new ArrayList<>();

		private final Instant endsAt;

		private Instant expiresAt;

		private boolean over;

		private boolean given;

		private Family(OpenedSession opened) {
			this.chain.add(new Token(opened.secret()));
			this.endsAt = opened.session().startedAt().plus(Duration.ofDays(30));
			this.expiresAt = opened.session().startedAt().plus(Duration.ofDays(14));
		}

		/** The token that must come; empty for a new one or none. */
		private Optional<Secret> present(int chosen, Instant now) {
			Token token = this.chain.get(chosen);
			this.given = false;
			if (this.over || !now.isBefore(this.expiresAt)) {
				return Optional.empty();
			}
			if (token.usedAt == null) {
				token.usedAt = now;
				Instant idle = now.plus(Duration.ofDays(14));
				this.expiresAt = idle.isBefore(this.endsAt) ? idle : this.endsAt;
				this.given = true;
				return Optional.empty();
			}
			Token next = this.chain.get(chosen + 1);
			this.given = now.isBefore(token.usedAt.plus(REPEAT)) && next.usedAt == null;
			this.over = !this.given;
			return Optional.of(next.secret);
		}

		private void receive(OpenedSession opened, Optional<Secret> expected, String place) {
			expected.ifPresentOrElse((secret) -> assertThat(opened.secret()).as(place).isEqualTo(secret), () -> {
				assertThat(this.chain).as(place).noneMatch((token) -> token.secret.equals(opened.secret()));
				this.chain.add(new Token(opened.secret()));
			});
			assertThat(opened.account().id()).isEqualTo(RefreshHistoryTests.this.account.id());
		}

	}

}
