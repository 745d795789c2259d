package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secondfactor.SecondFactorFixture.Resident;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The second step, 500 at once. */
@PlazaTest
class ManySignInsTests {

	private static final int MANY = 500;

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private SecondFactorFixture fixture;

	@Autowired
	private Accounts accounts;

	@Autowired
	private PendingSignIns pending;

	@Test
	void takesOneCodeOnceOfFiveHundredAtOnceAndFailsNone() {
		Resident resident = this.fixture.resident();
		this.identity.clock().pass(Duration.ofMinutes(1));
		List<String> tokens = begin(resident, MANY);
		String code = resident.app().code();
		List<Integer> responses = IdentityFixture.atOnce(MANY,
				(number) -> IdentityFixture.status(this.fixture.completing(tokens.get(number), code)));
		assertThat(responses).containsOnlyOnce(201).allMatch((status) -> status < 500);
	}

	@Test
	void takesTenCodesTenTimesOfFiveHundredAtOnce() {
		Resident resident = this.fixture.resident();
		List<String> tokens = begin(resident, MANY);
		List<Integer> responses = IdentityFixture.atOnce(MANY, (number) -> IdentityFixture
			.status(this.fixture.recovering(tokens.get(number), resident.recoveryCodes().get(number % 10))));
		assertThat(responses).filteredOn((status) -> status == 201).hasSize(10);
		assertThat(responses).filteredOn((status) -> status == 422).hasSize(MANY - 10);
	}

	/** Ten residents, each of them with one code fifty times. */
	@Test
	void signsEachOfManyResidentsInOnceACode() {
		List<Resident> residents = IntStream.range(0, 10).mapToObj((number) -> this.fixture.resident()).toList();
		this.identity.clock().pass(Duration.ofMinutes(1));
		List<List<String>> tokens = residents.stream().map((resident) -> begin(resident, 50)).toList();
		List<Integer> responses = IdentityFixture.atOnce(MANY, (number) -> IdentityFixture.status(this.fixture
			.completing(tokens.get(number % 10).get(number / 10), residents.get(number % 10).app().code())));
		assertThat(responses).filteredOn((status) -> status == 201).hasSize(10);
		assertThat(responses).allMatch((status) -> status < 500);
	}

	/**
	 * The first step takes a hash of a password each; here it is the second that counts.
	 */
	private List<String> begin(Resident resident, int count) {
		UUID id = this.identity.me(resident.tokens().accessToken()).id();
		Account account = this.accounts.of(new AccountId(id)).blockOptional(TIMEOUT).orElseThrow();
		List<Secret> tokens = IntStream.range(0, count).mapToObj((number) -> OpaqueTokens.next()).toList();
		Flux.fromIterable(tokens)
			.concatMap((token) -> this.pending.add(token, account, Session.Kind.MOBILE, false,
					this.identity.clock().instant().plusSeconds(300)))
			.then()
			.block(TIMEOUT);
		return tokens.stream().map(Secret::reveal).toList();
	}

}
