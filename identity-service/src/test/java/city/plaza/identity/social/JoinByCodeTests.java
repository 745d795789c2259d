package city.plaza.identity.social;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** Persons whose address has an account of which they know no password. */
@PlazaTest
class JoinByCodeTests {

	private final String email = IdentityFixture.newEmail();

	private final String subject = UUID.randomUUID().toString();

	@Autowired
	private SocialFixture social;

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private TestEvents events;

	@Autowired
	private Seal seal;

	@Test
	void joinsAndKeepsBothWays() {
		UUID account = this.identity.me(this.identity.resident(this.email).accessToken()).id();
		String ticket = ticket();
		sending(ticket).expectStatus().isAccepted();
		String session = IdentityFixture.text(joining(ticket, codes(1).getLast()).expectStatus().isCreated(),
				"sessionToken");
		assertThat(this.identity.me(this.social.accessTokenOf(session)).id()).isEqualTo(account);
		String again = this.social.comeBack("first", Map.of("sub", this.subject)).theSession();
		assertThat(this.identity.me(this.social.accessTokenOf(again)).id()).isEqualTo(account);
		this.identity.signIn(this.email);
		this.identity.securityChange(account.toString(), "sign-in-method-added");
	}

	@Test
	void joinsAnAccountWithoutAPassword() {
		String before = this.social.resident("second", UUID.randomUUID().toString(), this.email);
		UUID account = this.identity.me(this.social.accessTokenOf(before)).id();
		String ticket = ticket();
		sending(ticket).expectStatus().isAccepted();
		String session = IdentityFixture.text(joining(ticket, codes(1).getLast()).expectStatus().isCreated(),
				"sessionToken");
		assertThat(this.identity.me(this.social.accessTokenOf(session)).id()).isEqualTo(account);
	}

	@Test
	void takesFiveTriesHoweverManyComeAtOnce() {
		this.identity.resident(this.email);
		String ticket = ticket();
		sending(ticket).expectStatus().isAccepted();
		String code = codes(1).getLast();
		List<String> refusals = IdentityFixture.atOnce(8,
				(number) -> IdentityFixture.problem(joining(ticket, IdentityFixture.wrong(code))));
		assertThat(refusals).filteredOn("wrong-code"::equals).hasSize(5);
		assertThat(refusals).filteredOn("code-tries-spent"::equals).hasSize(3);
		assertThat(IdentityFixture.problem(joining(ticket, code))).isEqualTo("code-tries-spent");
		assertThat(ticket()).as("still unknown").isNotNull();
	}

	@Test
	void takesACodeOnceAndOfItsOwnTicketOnly() {
		this.identity.resident(this.email);
		String ticket = ticket();
		assertThat(IdentityFixture.problem(joining(ticket, "12345678"))).isEqualTo("expired-code");
		sending(ticket).expectStatus().isAccepted();
		String code = codes(1).getLast();
		String other = this.social.comeBack("second", SocialFixture.proved(UUID.randomUUID().toString(), this.email))
			.theTicket();
		assertThat(IdentityFixture.problem(joining(other, code))).isEqualTo("expired-code");
		joining(ticket, code).expectStatus().isCreated();
		assertThat(IdentityFixture.problem(joining(ticket, code))).isEqualTo("code-already-used");
	}

	/** Between the ticket and the proof of the account. */
	@Test
	void leavesNoSessionWhereTheProviderIsTakenMeanwhile() {
		String own = this.identity.resident(this.email).accessToken();
		String ticket = ticket();
		sending(ticket).expectStatus().isAccepted();
		String code = codes(1).getLast();
		this.social.resident("first", this.subject, IdentityFixture.newEmail());
		assertThat(IdentityFixture.problem(joining(ticket, code).expectStatus().isEqualTo(409)))
			.isEqualTo("provider-account-taken");
		assertThat(IdentityFixture.json(this.identity.get("/api/v1/me/sessions", own).expectStatus().isOk())
			.path("items")
			.values()).filteredOn((session) -> session.path("active").asBoolean()).hasSize(1);
	}

	@Test
	void sendsAnotherCodeAfterAMinute() {
		this.identity.resident(this.email);
		String ticket = ticket();
		sending(ticket).expectStatus().isAccepted();
		assertThat(IdentityFixture.problem(sending(ticket).expectStatus().isEqualTo(429))).isEqualTo("resend-too-soon");
		this.identity.clock().pass(Duration.ofMinutes(1));
		sending(ticket).expectStatus().isAccepted();
		List<String> codes = codes(2);
		joining(ticket, codes.getLast()).expectStatus().isCreated();
	}

	@Test
	void sendsNothingWithoutAnAccountOrATicket() {
		assertThat(IdentityFixture.problem(sending(ticket()).expectStatus().isEqualTo(409)))
			.isEqualTo("social-sign-in-expired");
		assertThat(IdentityFixture.problem(sending("made up").expectStatus().isEqualTo(409)))
			.isEqualTo("social-sign-in-expired");
		assertThat(IdentityFixture.problem(joining("made up", "12345678").expectStatus().isEqualTo(409)))
			.isEqualTo("social-sign-in-expired");
		this.identity.resident(this.email);
		String unproved = this.social
			.comeBack("first", Map.of("sub", this.subject, "email", this.email, "email_verified", false))
			.theTicket();
		sending(unproved).expectStatus().isEqualTo(409);
	}

	private String ticket() {
		return this.social.comeBack("first", SocialFixture.proved(this.subject, this.email)).theTicket();
	}

	private ResponseSpec sending(String ticket) {
		return this.identity.post("/internal/v1/social-sign-ins/join/codes", Map.of("ticket", ticket),
				IdentityFixture.homeOf(this.email));
	}

	private ResponseSpec joining(String ticket, String code) {
		return this.identity.post("/internal/v1/social-sign-ins/join/code", Map.of("ticket", ticket, "code", code),
				IdentityFixture.homeOf(this.email));
	}

	/** Waits for that many codes of the account. */
	private List<String> codes(int count) {
		return Awaitility.await("codes")
			.until(() -> this.events.all(IdentityFixture.VERIFICATION)
				.stream()
				.filter((event) -> event.body().path("purpose").asString("").equals("account-proof")
						&& event.body().path("email").asString().equals(this.email))
				.map((event) -> code(event.body()))
				.toList(), (codes) -> codes.size() >= count);
	}

	private String code(JsonNode mail) {
		return this.seal.open(mail.get("sealedCode").asString(), mail.get("verificationId").asString());
	}

}
