package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.security.ClientAddress;
import city.plaza.platform.testing.PlazaTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class SignInLimitTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final String ELSEWHERE = "198.51.100.77";

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private SignInTries tries;

	@Autowired
	private SignInAttempt.Keys keys;

	@Autowired
	private Accounts accounts;

	@Autowired
	private OpenSession openSession;

	@Autowired
	private DatabaseClient database;

	@Test
	void noticesWhoTriesOnePasswordOnManyAccounts() {
		String from = "203.0.113.5";
		IdentityFixture.Tokens known = this.fixture.resident(this.email);
		List<ResponseSpec> answers = IntStream.range(0, 80)
			.mapToObj((number) -> signIn(IdentityFixture.newEmail(), IdentityFixture.WRONG_PASSWORD, from, null))
			.toList();
		assertThat(answers.subList(0, 40)).extracting(IdentityFixture::status).containsOnly(401);
		answers.subList(40, 80).forEach((refused) -> {
			refused.expectStatus()
				.isEqualTo(429)
				.expectHeader()
				.value(HttpHeaders.RETRY_AFTER, (after) -> assertThat(Integer.parseInt(after)).isBetween(3_000, 3_600));
			assertThat(IdentityFixture.problem(refused)).isEqualTo("too-many-tries");
		});
		signIn(this.email, IdentityFixture.PASSWORD, from, null).expectStatus().isEqualTo(429);
		signIn(this.email, IdentityFixture.PASSWORD, from, known.deviceToken()).expectStatus().isCreated();
		signIn(this.email, IdentityFixture.PASSWORD, ELSEWHERE, null).expectStatus().isCreated();
		this.fixture.clock().pass(Duration.ofHours(1));
		signIn(this.email, IdentityFixture.PASSWORD, from, null).expectStatus().isCreated();
	}

	@Test
	void doesNotCountWhoSignsInAfterAMistake() {
		String from = "203.0.113.6";
		IntStream.range(0, 50).forEach((number) -> {
			SignInAttempt attempt = attempt("p" + number + this.email, from);
			assertThat(take(attempt)).isZero();
			assertThat(take(attempt)).isZero();
			this.tries.forgive(attempt).block(TIMEOUT);
		});
		assertThat(take(attempt(this.email, from))).isZero();
	}

	@Test
	void countsAllNetworksOfAnIpv6Site() {
		long admitted = IntStream.range(0, 200)
			.filter((number) -> take(attempt(number + this.email, "2001:db8:77:%x::1".formatted(number))).isZero())
			.count();
		assertThat(admitted).isEqualTo(160);
		assertThat(take(attempt(this.email, "2001:db8:78::1"))).isZero();
	}

	/**
	 * Else one telephone of a provider could keep all others of the site from signing in.
	 */
	@Test
	void usesUpNothingOfTheSiteWhereANetworkIsRefused() {
		String network = "2001:db8:90:1::1";
		IntStream.range(0, 40).forEach((number) -> assertThat(take(attempt(number + this.email, network))).isZero());
		IntStream.range(40, 200)
			.forEach((number) -> assertThat(take(attempt(number + this.email, network))).isPositive());
		assertThat(take(attempt(this.email, "2001:db8:90:2::1"))).isZero();
	}

	@Test
	void usesUpNothingOfTheNetworkWhereTheSiteIsRefused() {
		IntStream.range(0, 160)
			.forEach((number) -> take(attempt(number + this.email, "2001:db8:91:%x::1".formatted(number / 40))));
		this.fixture.clock().pass(Duration.ofMinutes(50));
		IntStream.range(200, 250)
			.forEach((number) -> assertThat(take(attempt(number + this.email, "2001:db8:91:99::1"))).isPositive());
		this.fixture.clock().pass(Duration.ofMinutes(10));
		assertThat(take(attempt(this.email, "2001:db8:91:99::1"))).isZero();
	}

	/**
	 * Else the holder who comes back in the meantime has to wait longer than announced.
	 */
	@Test
	void countsNoFailureAtAPlaceWhileAllPlacesHaveToWait() {
		SignInAttempt home = attempt(this.email, "192.0.2.91");
		IntStream.range(0, 100).forEach((number) -> take(attempt(this.email, "10.203.0." + number)));
		IntStream.range(0, 9).forEach((number) -> assertThat(take(home)).isPositive());
		for (int minute = 0; minute < 60; minute++) {
			assertThat(take(home)).isBetween(Duration.ofMinutes(59L - minute), Duration.ofMinutes(60L - minute));
			this.fixture.clock().pass(Duration.ofMinutes(1));
		}
		assertThat(take(home)).isZero();
	}

	@Test
	void letsAHundredFailuresInARowThroughHoweverManyComeAtOnce() {
		Long admitted = Flux.range(0, 200)
			.flatMap((number) -> this.tries.take(attempt(this.email, "10.200.0." + number)), 50)
			.filter(Duration::isZero)
			.count()
			.block(TIMEOUT);
		assertThat(admitted).isEqualTo(100);
	}

	@Test
	void doesNotCountATryWhosePasswordWasNotChecked() {
		IntStream.range(0, 30).forEach((number) -> {
			SignInAttempt attempt = attempt(this.email, ELSEWHERE);
			assertThat(take(attempt)).isZero();
			this.tries.giveBack(attempt).block(TIMEOUT);
		});
	}

	@Test
	void locksNoHolderOutOnADeviceThatSignedInBefore() {
		IdentityFixture.Tokens tokens = this.fixture.resident(this.email);
		IntStream.range(0, 100).forEach((number) -> take(attempt(this.email, "10.201.0." + number)));
		signIn(this.email, IdentityFixture.PASSWORD, ELSEWHERE, null).expectStatus().isEqualTo(429);
		signIn(this.email, IdentityFixture.PASSWORD, ELSEWHERE, forged(tokens.deviceToken())).expectStatus()
			.isEqualTo(429);
		String strangers = this.fixture.resident(IdentityFixture.newEmail()).deviceToken();
		signIn(this.email, IdentityFixture.PASSWORD, ELSEWHERE, strangers).expectStatus().isEqualTo(429);
		signIn(this.email, IdentityFixture.PASSWORD, ELSEWHERE, tokens.deviceToken()).expectStatus().isCreated();
		// In a row no more: unknown devices may try again.
		signIn(this.email, IdentityFixture.PASSWORD, ELSEWHERE, null).expectStatus().isCreated();
	}

	@Test
	void slowsAKnownDeviceDownByItsOwnFailuresAlone() {
		String device = this.fixture.resident(this.email).deviceToken();
		IntStream.range(0, 10)
			.forEach((number) -> signIn(this.email, IdentityFixture.WRONG_PASSWORD, "10.202.0." + number, device)
				.expectStatus()
				.isUnauthorized());
		signIn(this.email, IdentityFixture.PASSWORD, ELSEWHERE, device).expectStatus().isEqualTo(429);
		signIn(this.email, IdentityFixture.PASSWORD, ELSEWHERE, null).expectStatus().isCreated();
	}

	@Test
	void knowsAFamilysTabletForEachOfThem() {
		String other = IdentityFixture.newEmail();
		String device = this.fixture.resident(this.email).deviceToken();
		this.fixture.resident(other);
		String both = IdentityFixture.tokens(signIn(other, IdentityFixture.PASSWORD, ELSEWHERE, device)).deviceToken();
		assertThat(this.keys.attempt(this.email, client(ELSEWHERE), device(both)).isFromKnownDevice()).isTrue();
		assertThat(this.keys.attempt(other, client(ELSEWHERE), device(both)).isFromKnownDevice()).isTrue();
		assertThat(this.keys.attempt(other, client(ELSEWHERE), device(device)).isFromKnownDevice()).isFalse();
	}

	@Test
	void takesAnythingElseForNoDevice() {
		for (String token : List.of("", ".", "x".repeat(10_000), "x".repeat(43),
				"x".repeat(43) + "." + "!".repeat(43))) {
			assertThat(DeviceToken.read(Secret.of(token))).isEmpty();
		}
	}

	@Test
	void opensNoSessionForAPasswordThatWasChangedMeanwhile() {
		this.fixture.resident(this.email);
		Account read = this.accounts.of(new EmailAddress(this.email)).block(TIMEOUT);
		assertThat(read).isNotNull();
		this.database.sql("update account set password_hash = 'another' where id = :id")
			.bind("id", read.id().value())
			.then()
			.block(TIMEOUT);
		assertThat(this.openSession.open(read, Session.Kind.BROWSER).blockOptional(TIMEOUT)).isEmpty();
	}

	private ResponseSpec signIn(String email, String password, String from, @Nullable String device) {
		Map<String, String> body = (device != null)
				? Map.of("email", email, "password", password, "deviceToken", device)
				: Map.of("email", email, "password", password);
		return this.fixture.post("/api/v1/sessions", body, from);
	}

	private SignInAttempt attempt(String email, String from) {
		return this.keys.attempt(email, client(from), null);
	}

	private Duration take(SignInAttempt attempt) {
		Mono<Duration> wait = this.tries.take(attempt);
		Duration got = wait.block(TIMEOUT);
		assertThat(got).isNotNull();
		return got;
	}

	private static ClientAddress client(String from) {
		return ClientAddress.of(from);
	}

	private static @Nullable DeviceToken device(@Nullable String token) {
		return (token != null) ? DeviceToken.read(Secret.of(token)).orElse(null) : null;
	}

	private static String forged(@Nullable String token) {
		assertThat(token).isNotNull();
		return (token.startsWith("A") ? "B" : "A") + token.substring(1);
	}

}
