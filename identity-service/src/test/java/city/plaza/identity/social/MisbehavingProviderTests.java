package city.plaza.identity.social;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.social.StubProvider.Signed;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.StubServer;
import city.plaza.platform.testing.StubServer.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Providers that lie, fail or are slow, and browsers that bring back what is not theirs.
 */
@PlazaTest
class MisbehavingProviderTests {

	private final Map<String, Object> proved = SocialFixture.proved(UUID.randomUUID().toString(),
			IdentityFixture.newEmail());

	@Autowired
	private SocialFixture social;

	@Autowired
	private IdentityFixture identity;

	private StubProvider first() {
		return this.social.stub("first");
	}

	private String refusalOf(Map<String, ? extends @Nullable Object> claims, Signed signed) {
		SocialFixture.Started started = this.social.start("first");
		Map<String, @Nullable Object> all = new HashMap<>(this.proved);
		all.putAll(claims);
		return this.social.receive(started, first().signIn(started.address(), all, signed)).endedBecause();
	}

	@ParameterizedTest
	@EnumSource(names = "RIGHT", mode = EnumSource.Mode.EXCLUDE)
	void areRefusedATokenThatTheirKeyDidNotSign(Signed signed) {
		assertThat(refusalOf(Map.of(), signed)).isEqualTo("refused");
	}

	@Test
	void areRefusedATokenOfAnotherRequest() {
		assertThat(refusalOf(Map.of("nonce", "another"), Signed.RIGHT)).isEqualTo("refused");
		assertThat(refusalOf(without("nonce"), Signed.RIGHT)).isEqualTo("refused");
	}

	@Test
	void areRefusedATokenForAnotherClient() {
		assertThat(refusalOf(Map.of("aud", "another-client"), Signed.RIGHT)).isEqualTo("refused");
		assertThat(refusalOf(Map.of("aud", List.of(StubProvider.CLIENT, "another")), Signed.RIGHT)).as("no azp")
			.isEqualTo("refused");
		assertThat(refusalOf(Map.of("azp", "another-client"), Signed.RIGHT)).isEqualTo("refused");
	}

	@Test
	void areRefusedATokenOfAnotherIssuer() {
		assertThat(refusalOf(Map.of("iss", this.social.stub("second").issuer()), Signed.RIGHT)).isEqualTo("refused");
	}

	@Test
	void areRefusedATokenOfAnotherTime() {
		assertThat(refusalOf(Map.of("exp", first().now(-70)), Signed.RIGHT)).isEqualTo("refused");
		assertThat(refusalOf(Map.of("iat", first().now(70)), Signed.RIGHT)).isEqualTo("refused");
		assertThat(refusalOf(without("exp"), Signed.RIGHT)).isEqualTo("refused");
		assertThat(stepOf(Map.of("iat", first().now(50)))).as("our clock is slow").isEqualTo("unknown");
		assertThat(stepOf(Map.of("iat", first().now(-300), "exp", first().now(-50)))).as("our clock is fast")
			.isEqualTo("unknown");
	}

	@Test
	void areRefusedATokenWithoutAPerson() {
		assertThat(refusalOf(without("sub"), Signed.RIGHT)).isEqualTo("refused");
		assertThat(refusalOf(Map.of("sub", " "), Signed.RIGHT)).isEqualTo("refused");
	}

	@Test
	void areAskedOncePerCode() {
		SocialFixture.Started started = this.social.start("first");
		StubProvider.Callback back = first().signIn(started.address(), this.proved);
		List<String> steps = IdentityFixture.atOnce(5, (number) -> this.social.receive(started, back).step());
		assertThat(steps).containsOnlyOnce("unknown").containsOnly("unknown", "ended");
		assertThat(this.social.receive(started, back).endedBecause()).as("back button").isEqualTo("expired");
		assertThat(first().redeemed().stream().filter((request) -> request.body().contains(back.code()))).hasSize(1);
	}

	@Test
	void areNotAskedAboutTheStateOfAnotherBrowser() {
		SocialFixture.Started victim = this.social.start("first");
		SocialFixture.Started attacker = this.social.start("first");
		StubProvider.Callback back = first().signIn(attacker.address(), this.proved);
		assertThat(this.social.receive(victim, back).endedBecause()).isEqualTo("expired");
		assertThat(this.social.receive(Map.of("provider", "first", "state", back.state(), "code", back.code()), null)
			.endedBecause()).as("no cookie").isEqualTo("expired");
		assertThat(first().redeemed()).noneMatch((request) -> request.body().contains(back.code()));
	}

	@Test
	void areNotAskedTooLate() {
		SocialFixture.Started started = this.social.start("first");
		StubProvider.Callback back = first().signIn(started.address(), this.proved);
		this.identity.clock().pass(Duration.ofMinutes(15));
		assertThat(this.social.receive(started, back).endedBecause()).isEqualTo("expired");
	}

	@Test
	void cannotBeMixedUp() {
		SocialFixture.Started started = this.social.start("first");
		StubProvider.Callback back = first().signIn(started.address(), this.proved);
		SocialFixture.Started elsewhere = new SocialFixture.Started("second", started.address(), started.flow());
		assertThat(this.social.receive(elsewhere, back).endedBecause()).isEqualTo("expired");
		SocialFixture.Started naming = this.social.start("naming");
		StubProvider.Callback named = this.social.stub("naming").signIn(naming.address(), this.proved);
		assertThat(this.social.receive(naming, named).endedBecause()).as("names no issuer").isEqualTo("refused");
		assertThat(named(first().issuer()).endedBecause()).as("names another").isEqualTo("refused");
		assertThat(named(this.social.stub("naming").issuer()).step()).isEqualTo("unknown");
	}

	@Test
	void mayReportThatThePersonCanceled() {
		assertThat(failing(Map.of("error", "access_denied"))).isEqualTo("denied");
		assertThat(failing(Map.of("error", "server_error"))).isEqualTo("refused");
		assertThat(failing(Map.of())).as("neither code nor error").isEqualTo("refused");
	}

	@Test
	void cannotBeUsedWhileTheyAreDown() {
		assertThat(IdentityFixture
			.problem(this.identity.post("/internal/v1/social-sign-ins", Map.of("provider", "nowhere"))
				.expectStatus()
				.isEqualTo(503)))
			.isEqualTo("provider-unavailable");
		assertThat(
				IdentityFixture.problem(this.identity.post("/internal/v1/social-sign-ins", Map.of("provider", "posing"))
					.expectStatus()
					.isEqualTo(503)))
			.as("metadata of another issuer")
			.isEqualTo("provider-unavailable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "off", "unknown", "../first" })
	void areUnknownUnlessConfigured(String provider) {
		this.identity.post("/internal/v1/social-sign-ins", Map.of("provider", provider)).expectStatus().isNotFound();
	}

	@Test
	void costOneTimeoutAndNoMemory() {
		assertThat(withFailing((request) -> null)).as("breaks off").isEqualTo("unavailable");
		assertThat(withFailing((request) -> Response.json(500, "{}"))).isIn("refused", "unavailable");
		assertThat(withFailing((request) -> Response.json(200, "{}"))).isEqualTo("refused");
		assertThat(withFailing((request) -> Response.json(200, "no json"))).isEqualTo("refused");
		assertThat(withFailing((request) -> Response.json(200, "{\"x\":\"" + "y".repeat(1_000_000) + "\"}")))
			.as("too large")
			.isIn("refused", "unavailable");
		CountDownLatch over = new CountDownLatch(1);
		assertThat(withFailing((request) -> {
			over.await(20, TimeUnit.SECONDS);
			return null;
		})).as("slow").isEqualTo("unavailable");
		over.countDown();
	}

	private String withFailing(StubServer.Responder responder) {
		StubProvider failing = this.social.stub("failing");
		failing.instead(responder);
		try {
			return this.social.comeBack("failing", this.proved).endedBecause();
		}
		finally {
			failing.instead(null);
		}
	}

	private String stepOf(Map<String, Object> claims) {
		SocialFixture.Started started = this.social.start("first");
		Map<String, Object> all = new HashMap<>(this.proved);
		all.putAll(claims);
		return this.social.receive(started, first().signIn(started.address(), all)).step();
	}

	private String failing(Map<String, String> response) {
		SocialFixture.Started started = this.social.start("first");
		Map<String, String> request = new HashMap<>(response);
		request.put("provider", "first");
		request.put("flow", started.flow());
		request.put("state", first().signIn(started.address(), this.proved).state());
		return this.social.receive(request, null).endedBecause();
	}

	private SocialFixture.Result named(String issuer) {
		SocialFixture.Started started = this.social.start("naming");
		StubProvider.Callback back = this.social.stub("naming").signIn(started.address(), this.proved);
		return this.social.receive(Map.of("provider", "naming", "flow", started.flow(), "state", back.state(), "code",
				back.code(), "issuer", issuer), null);
	}

	private static Map<String, @Nullable Object> without(String claim) {
		Map<String, @Nullable Object> none = new HashMap<>();
		none.put(claim, null);
		return none;
	}

}
