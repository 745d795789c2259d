package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secondfactor.SecondFactorFixture.Resident;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import city.plaza.platform.security.ClientAddress;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The second step, 500 at once: none fails for lack of a connection or a lock. */
@PlazaTest
class ManySignInsTests {

	private static final int MANY = 500;

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private SecondFactorFixture fixture;

	@Autowired
	private Accounts accounts;

	@Autowired
	private PendingSignIns pending;

	@Autowired
	private CompleteSignIn completeSignIn;

	@Test
	void takesOneCodeOnce() {
		Resident resident = this.fixture.resident();
		this.identity.clock().pass(Duration.ofMinutes(1));
		List<Secret> tokens = begin(resident, MANY);
		Secret code = Secret.of(resident.app().code());
		assertThat(completed(atOnce((number) -> withCode(tokens.get(number), code)))).isOne();
	}

	@Test
	void takesTenRecoveryCodesTenTimes() {
		Resident resident = this.fixture.resident();
		List<Secret> tokens = begin(resident, MANY);
		List<CompleteSignIn.Outcome> outcomes = atOnce((number) -> new SecondStepRequest(tokens.get(number), null,
				Secret.of(resident.recoveryCodes().get(number % 10)), null, null, false, null));
		assertThat(completed(outcomes)).isEqualTo(10);
		assertThat(outcomes).filteredOn(CompleteSignIn.Outcome.Refused.WRONG::equals).hasSize(MANY - 10);
	}

	/** Ten residents, each of them fifty times with one code. */
	@Test
	void signsEachOfManyResidentsInOnceACode() {
		List<Resident> residents = IntStream.range(0, 10).mapToObj((number) -> this.fixture.resident()).toList();
		this.identity.clock().pass(Duration.ofMinutes(1));
		List<List<Secret>> tokens = residents.stream().map((resident) -> begin(resident, MANY / 10)).toList();
		List<Secret> codes = residents.stream().map((resident) -> Secret.of(resident.app().code())).toList();
		assertThat(completed(
				atOnce((number) -> withCode(tokens.get(number % 10).get(number / 10), codes.get(number % 10)))))
			.isEqualTo(10);
	}

	private static SecondStepRequest withCode(Secret token, Secret code) {
		return new SecondStepRequest(token, code, null, null, null, false, null);
	}

	private static long completed(List<CompleteSignIn.Outcome> outcomes) {
		assertThat(outcomes).hasSize(MANY);
		return outcomes.stream().filter(CompleteSignIn.Outcome.Completed.class::isInstance).count();
	}

	private List<CompleteSignIn.Outcome> atOnce(IntFunction<SecondStepRequest> request) {
		return Flux.range(0, MANY)
			.flatMap((number) -> this.completeSignIn.complete(request.apply(number), ClientAddress.of("192.0.2.7"),
					Session.Kind.MOBILE), MANY)
			.collectList()
			.blockOptional(TIMEOUT)
			.orElseThrow();
	}

	/**
	 * The first step takes a hash of a password each; here it is the second that counts.
	 */
	private List<Secret> begin(Resident resident, int count) {
		UUID id = this.identity.me(resident.tokens().accessToken()).id();
		Account account = this.accounts.of(new AccountId(id)).blockOptional(TIMEOUT).orElseThrow();
		List<Secret> tokens = IntStream.range(0, count).mapToObj((number) -> OpaqueTokens.next()).toList();
		Flux.fromIterable(tokens)
			.concatMap((token) -> this.pending.add(token, account, Session.Kind.MOBILE, false,
					this.identity.clock().instant().plusSeconds(300)))
			.then()
			.block(TIMEOUT);
		return tokens;
	}

}
