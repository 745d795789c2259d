package city.plaza.identity.social;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class SocialSignInTests {

	private final String email = IdentityFixture.newEmail();

	private final String subject = UUID.randomUUID().toString();

	@Autowired
	private SocialFixture social;

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private TestEvents events;

	@Test
	void listsTheProvidersInTheReadersLanguage() {
		JsonNode providers = IdentityFixture
			.json(this.social.getIn("es", "/internal/v1/sign-in-providers").expectStatus().isOk())
			.get("items");
		assertThat(providers.valueStream().map((each) -> each.get("id").asString())).containsExactly("first", "second",
				"naming", "failing", "nowhere", "posing");
		assertThat(providers.get(0).get("name").asString()).isEqualTo("The first");
		assertThat(providers.get(0).get("button").asString()).isEqualTo("Entrar con Primero");
		assertThat(providers.get(1).get("button").isNull()).isTrue();
	}

	@Test
	void asksTheProviderByCodeWithPkceStateAndNonce() {
		SocialFixture.Started started = this.social.start("first");
		Map<String, String> query = UriComponentsBuilder.fromUri(started.address())
			.build()
			.getQueryParams()
			.toSingleValueMap();
		assertThat(query).containsEntry("response_type", "code")
			.containsEntry("code_challenge_method", "S256")
			.containsEntry("client_id", StubProvider.CLIENT)
			.containsKeys("state", "nonce", "code_challenge");
		assertThat(query.get("redirect_uri")).endsWith("/sign-in/with/first/callback");
		assertThat(started.flow()).doesNotContain(String.valueOf(query.get("state")));
		assertThat(this.social.start("first").address()).isNotEqualTo(started.address());
	}

	@Test
	void makesAnAccountWithoutAPasswordAndSignsIn() {
		String ticket = this.social.comeBack("first", SocialFixture.proved(this.subject, this.email)).theTicket();
		JsonNode next = this.social.next(ticket);
		assertThat(next.get("step").asString()).isEqualTo("register");
		assertThat(next.get("email").asString()).isEqualTo(this.email);
		assertThat(next.get("givenName").asString()).isEqualTo("Pat");
		assertThat(next.get("then").asString()).isEqualTo("/bills");
		String session = IdentityFixture.text(this.social.creating(ticket).expectStatus().isCreated(), "sessionToken");
		IdentityFixture.Me me = this.identity.me(this.social.accessTokenOf(session));
		assertThat(me.email()).isEqualTo(this.email);
		Awaitility.await("event")
			.until(() -> this.events.all(IdentityFixture.RESIDENTS)
				.stream()
				.anyMatch((event) -> event.key().equals(me.id().toString())
						&& event.body().get("email").asString().equals(this.email)));
		assertThat(IdentityFixture.problem(this.identity.signingIn(this.email, "").expectStatus().isUnauthorized()))
			.isEqualTo("wrong-credentials");
	}

	@Test
	void knowsThePersonAgainByIssuerAndSubjectWhateverTheAddress() {
		this.social.resident("first", this.subject, this.email);
		SocialFixture.Result again = this.social.comeBack("first",
				SocialFixture.proved(this.subject, IdentityFixture.newEmail()));
		assertThat(again.then()).isEqualTo("/bills");
		assertThat(this.identity.me(this.social.accessTokenOf(again.theSession())).email()).isEqualTo(this.email);
		SocialFixture.Result without = this.social.comeBack("first", Map.of("sub", this.subject));
		assertThat(this.identity.me(this.social.accessTokenOf(without.theSession())).email()).isEqualTo(this.email);
	}

	@Test
	void notifiesOfASignInOnADeviceThatTheAccountDoesNotKnow() {
		String ticket = this.social.comeBack("first", SocialFixture.proved(this.subject, this.email)).theTicket();
		JsonNode created = IdentityFixture.json(this.social.creating(ticket).expectStatus().isCreated());
		String account = this.identity.me(this.social.accessTokenOf(created.get("sessionToken").asString()))
			.id()
			.toString();
		SocialFixture.Started known = this.social.start("first");
		StubProvider.Callback back = this.social.stub("first").signIn(known.address(), Map.of("sub", this.subject));
		this.social
			.receive(Map.of("provider", "first", "flow", known.flow(), "state", back.state(), "code", back.code(),
					"deviceToken", created.get("deviceToken").asString()), null)
			.theSession();
		this.social.comeBack("first", Map.of("sub", this.subject)).theSession();
		this.identity.securityChange(account, "new-device");
		assertThat(this.events.all("identity.security"))
			.filteredOn((event) -> event.body().path("accountId").asString().equals(account)
					&& event.body().path("change").asString().equals("new-device"))
			.hasSize(1);
	}

	@Test
	void takesTheSameSubjectOfAnotherIssuerForAnotherPerson() {
		this.social.resident("first", this.subject, this.email);
		assertThat(
				this.social.comeBack("second", SocialFixture.proved(this.subject, IdentityFixture.newEmail())).step())
			.isEqualTo("unknown");
	}

	@Test
	void makesOneAccountOfATicketHoweverOftenAtOnce() {
		String ticket = this.social.comeBack("first", SocialFixture.proved(this.subject, this.email)).theTicket();
		List<Integer> statuses = IdentityFixture.atOnce(6,
				(number) -> IdentityFixture.status(this.social.creating(ticket)));
		assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
	}

	@Test
	void givesAPersonOneAccountForTwoAddresses() {
		String one = this.social.comeBack("first", SocialFixture.proved(this.subject, this.email)).theTicket();
		String other = this.social.comeBack("first", SocialFixture.proved(this.subject, IdentityFixture.newEmail()))
			.theTicket();
		this.social.creating(one).expectStatus().isCreated();
		assertThat(IdentityFixture.problem(this.social.creating(other).expectStatus().isEqualTo(409)))
			.isEqualTo("account-exists");
	}

	@Test
	void asksForNamesThatAreMissing() {
		String ticket = this.social
			.comeBack("first", Map.of("sub", this.subject, "email", this.email, "email_verified", "true"))
			.theTicket();
		assertThat(this.social.next(ticket).get("givenName").isNull()).isTrue();
		IdentityFixture.Refusal refusal = IdentityFixture.body(
				this.identity.post("/internal/v1/social-sign-ins/account", Map.of("ticket", ticket, "givenName", "<b>"))
					.expectStatus()
					.isEqualTo(422),
				IdentityFixture.Refusal.class);
		assertThat(refusal.errors()).extracting(IdentityFixture.FieldError::field)
			.containsExactly("givenName", "familyName");
	}

	@Test
	void refusesTicketsThatAreOldOrMadeUp() {
		String ticket = this.social.comeBack("first", SocialFixture.proved(this.subject, this.email)).theTicket();
		String flow = this.social.start("first").flow();
		assertThat(expired(flow)).as("a flow is no ticket").isTrue();
		assertThat(expired("made up")).isTrue();
		// At its beginning: the last character of Base64 may differ and mean the same.
		assertThat(expired((ticket.startsWith("A") ? "B" : "A") + ticket.substring(1))).as("altered").isTrue();
		this.identity.clock().pass(Duration.ofMinutes(20));
		assertThat(expired(ticket)).as("too old").isTrue();
	}

	private boolean expired(String ticket) {
		return IdentityFixture.problem(this.social.creating(ticket).expectStatus().isEqualTo(409))
			.equals("social-sign-in-expired");
	}

}
