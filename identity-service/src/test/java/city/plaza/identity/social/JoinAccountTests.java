package city.plaza.identity.social;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** Persons whose address has an account already, or no proof. */
@PlazaTest
class JoinAccountTests {

	private final String email = IdentityFixture.newEmail();

	private final String subject = UUID.randomUUID().toString();

	@Autowired
	private SocialFixture social;

	@Autowired
	private IdentityFixture identity;

	@Test
	void joinsAfterThePasswordAndKeepsBothWays() {
		IdentityFixture.Tokens before = this.identity.resident(this.email);
		String ticket = ticket();
		assertThat(this.social.next(ticket).get("step").asString()).isEqualTo("join");
		String session = IdentityFixture.text(
				this.social.joining(ticket, IdentityFixture.PASSWORD, home()).expectStatus().isCreated(),
				"sessionToken");
		IdentityFixture.Me me = this.identity.me(this.social.accessTokenOf(session));
		assertThat(me.id()).isEqualTo(this.identity.me(before.accessToken()).id());
		String again = this.social.comeBack("first", Map.of("sub", this.subject)).theSession();
		assertThat(this.identity.me(this.social.accessTokenOf(again)).id()).isEqualTo(me.id());
		this.identity.signIn(this.email);
	}

	@Test
	void neverSignsInByTheAddressAlone() {
		this.identity.resident(this.email);
		String ticket = ticket();
		assertThat(IdentityFixture.problem(this.social.creating(ticket).expectStatus().isEqualTo(409)))
			.isEqualTo("account-exists");
		assertThat(IdentityFixture.problem(
				this.social.joining(ticket, IdentityFixture.WRONG_PASSWORD, home()).expectStatus().isUnauthorized()))
			.isEqualTo("wrong-credentials");
		assertThat(ticket()).as("still unknown").isNotNull();
	}

	@Test
	void countsTriesAsThoseOfSigningIn() {
		this.identity.resident(this.email);
		String ticket = ticket();
		List<Integer> statuses = IdentityFixture.atOnce(14, (number) -> IdentityFixture
			.status(this.social.joining(ticket, IdentityFixture.WRONG_PASSWORD, home())));
		assertThat(statuses).filteredOn((status) -> status == 401).hasSize(10);
		assertThat(statuses).filteredOn((status) -> status == 429).hasSize(4);
		assertThat(IdentityFixture.status(this.identity.signingIn(this.email, IdentityFixture.PASSWORD)))
			.isEqualTo(429);
	}

	@Test
	void sendsAnAccountWithoutAPasswordToItsOwnWay() {
		this.social.resident("second", this.subject, this.email);
		JsonNode next = this.social.next(ticket());
		assertThat(next.get("step").asString()).isEqualTo("join");
		assertThat(next.get("signInBy").get(0).asString()).isEqualTo("second");
		this.social.joining(ticket(), "", home()).expectStatus().isUnauthorized();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "false", "none" })
	void neverJoinsByAnAddressThatTheProviderDoesNotVouchFor(@Nullable String verified) {
		this.identity.resident(this.email);
		String ticket = unproved(verified);
		assertThat(this.social.next(ticket).get("step").asString()).isEqualTo("email");
		this.social.joining(ticket, IdentityFixture.PASSWORD, home()).expectStatus().isEqualTo(409);
		assertThat(IdentityFixture.problem(this.social.creating(ticket))).isEqualTo("social-sign-in-expired");
		String registration = register(ticket, this.email);
		assertThat(this.identity.mailsOf(registration, 1).getFirst().type()).isEqualTo("KnownAddressRegistered");
	}

	@Test
	void provesAnAddressByACodeOfOurOwn() {
		String ticket = unproved("false");
		String registration = register(ticket, this.email);
		String code = this.identity.codeOf(registration);
		this.identity.confirming(registration, IdentityFixture.wrong(code)).expectStatus().isEqualTo(422);
		this.identity.confirming(registration, code).expectStatus().isCreated();
		String session = this.social.comeBack("first", Map.of("sub", this.subject)).theSession();
		assertThat(this.identity.me(this.social.accessTokenOf(session)).email()).isEqualTo(this.email);
	}

	@Test
	void givesTheSameResponseWhetherOrNotTheAddressIsKnown() {
		this.identity.resident(this.email);
		String ticket = unproved("false");
		assertThat(IdentityFixture.status(registering(ticket, this.email)))
			.isEqualTo(IdentityFixture.status(registering(ticket, IdentityFixture.newEmail())))
			.isEqualTo(202);
	}

	/**
	 * Who registered an address without proving it gains nothing when its owner comes.
	 */
	@Test
	void leavesNothingToWhoRegisteredTheAddressBefore() {
		String squatted = this.identity.register(this.email);
		String code = this.identity.codeOf(squatted);
		this.social.resident("first", this.subject, this.email);
		assertThat(IdentityFixture.problem(this.identity.confirming(squatted, code).expectStatus().isEqualTo(422)))
			.isEqualTo("code-already-used");
		this.identity.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
	}

	@Test
	void leavesNothingToWhoCameFromAProviderWithTheAddressOfAnother() {
		String squatted = register(unproved("false"), this.email);
		String code = this.identity.codeOf(squatted);
		this.identity.resident(this.email);
		assertThat(IdentityFixture.problem(this.identity.confirming(squatted, code).expectStatus().isEqualTo(422)))
			.isEqualTo("code-already-used");
		assertThat(this.social.comeBack("first", Map.of("sub", this.subject)).step()).isEqualTo("unknown");
	}

	@Test
	void keepsStaffAway() {
		assertThat(this.social.comeBack("first", SocialFixture.proved(this.subject, "finance@fairhaven.example"))
			.endedBecause()).isEqualTo("staff");
	}

	private String ticket() {
		return this.social.comeBack("first", SocialFixture.proved(this.subject, this.email)).theTicket();
	}

	private String unproved(@Nullable String verified) {
		Map<String, @Nullable Object> claims = new HashMap<>(Map.of("sub", this.subject, "email", this.email));
		if (verified != null) {
			claims.put("email_verified", verified);
		}
		return this.social.comeBack("first", claims).theTicket();
	}

	private String register(String ticket, String address) {
		return IdentityFixture.text(registering(ticket, address).expectStatus().isAccepted(), "id");
	}

	private ResponseSpec registering(String ticket, String address) {
		return this.identity.post("/internal/v1/social-sign-ins/registration",
				Map.of("ticket", ticket, "email", address, "givenName", "Pat", "familyName", "Example"), home());
	}

	private String home() {
		return IdentityFixture.homeOf(this.email);
	}

}
