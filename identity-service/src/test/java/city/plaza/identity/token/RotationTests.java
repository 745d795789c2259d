package city.plaza.identity.token;

import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.PlazaTest;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances beside the one that serves, with keys that live for twenty minutes; the
 * clock runs in steps.
 */
@PlazaTest
class RotationTests {

	private static final Duration STEP = Duration.ofSeconds(20);

	private static final TokenSettings SETTINGS = new TokenSettings(Duration.ofMinutes(5), Duration.ofMinutes(20),
			Duration.ofMinutes(1));

	/** A token of so many steps ago has ten seconds left. */
	private static final int OLDEST = 14;

	/** So long another service goes on with the keys it read. */
	private static final int STEPS_OF_A_READER = 15;

	private static final int GENERATIONS = 4;

	private final List<AccessTokens> instances = new ArrayList<>();

	private final Deque<String> tokens = new ArrayDeque<>();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private SigningKeys keys;

	@Autowired
	private Transactions transactions;

	@BeforeEach
	void startTwoInstances() {
		for (int number = 0; number < 2; number++) {
			KeyRings rings = new KeyRings(this.keys, SETTINGS, this.transactions, this.fixture.clock());
			this.instances.add(new AccessTokens(rings, SETTINGS, this.fixture.clock()));
		}
	}

	@Test
	void failsNoTokenOverFourGenerationsAndForgetsTheirKeys() throws ParseException {
		JWKSet reader = published();
		SigningKey first = all().getLast();
		int steps = GENERATIONS * (int) SETTINGS.keyLife().plus(SETTINGS.keyReading()).dividedBy(STEP) + 2;
		for (int step = 0; step < steps; step++) {
			this.fixture.clock().pass(STEP);
			if (step % STEPS_OF_A_READER == 0) {
				reader = published();
				assertThat(reader.getKeys()).hasSizeLessThanOrEqualTo(3);
			}
			List<String> issued = issue();
			this.tokens.add(issued.getFirst());
			check(issued);
			check(List.of((this.tokens.size() > OLDEST) ? this.tokens.removeFirst() : this.tokens.getFirst()));
			assertThat(reader.getKeyByKeyId(SignedJWT.parse(issued.getLast()).getHeader().getKeyID()))
				.as("the key of step %s at a service that read the keys some minutes ago", step)
				.isNotNull();
		}
		assertThat(all()).extracting(SigningKey::generation).doesNotContain(first.generation());
		assertThat(all().getLast().generation()).isGreaterThanOrEqualTo(first.generation() + GENERATIONS);
		assertThat(published().getKeyByKeyId(first.key().getKeyID())).isNull();
	}

	/** Four at once, by both. */
	private List<String> issue() {
		return Objects.requireNonNull(
				Flux.range(0, 4)
					.flatMap((number) -> Mono.defer(() -> this.instances.get(number % 2)
						.issue(account(), UUID.randomUUID(), this.fixture.clock().instant().plus(Duration.ofDays(1))))
						.subscribeOn(Schedulers.parallel()))
					.map((issued) -> issued.token().reveal())
					.collectList()
					.block());
	}

	private void check(List<String> found) {
		Flux.fromIterable(found)
			.flatMap((token) -> Flux.fromIterable(this.instances).flatMap((instance) -> instance.check(token)))
			.blockLast();
	}

	private List<SigningKey> all() {
		return Objects.requireNonNull(this.keys.all().block());
	}

	private JWKSet published() throws ParseException {
		return JWKSet.parse(IdentityFixture.json(this.fixture.get("/.well-known/jwks.json")).toString());
	}

	private Account account() {
		return new Account(AccountId.next(), Account.Kind.RESIDENT,
				EmailAddress.read(IdentityFixture.newEmail()).orElseThrow(), PersonName.of("Pat"),
				PersonName.of("Example"), "", Set.of(), Language.ENGLISH, false, this.fixture.clock().instant());
	}

}
