package city.plaza.identity.staff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.TestEvents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What the tests of staff do again and again. */
@Component
@Lazy
public final class StaffFixture {

	static final String INVITATIONS = "/api/v1/staff/invitations";

	static final String PEOPLE = "/api/v1/staff/people";

	private final IdentityFixture identity;

	private final InviteStaff invite;

	private final WebTestClient client;

	private final TestEvents events;

	private final Seal seal;

	StaffFixture(IdentityFixture identity, InviteStaff invite, WebTestClient client, TestEvents events, Seal seal) {
		this.identity = identity;
		this.invite = invite;
		this.client = client;
		this.events = events;
		this.seal = seal;
	}

	/** The access token of a new member of staff. */
	public String member(String... roles) {
		return signIn(joined(roles));
	}

	/** The address of a new member of staff. */
	String joined(String... roles) {
		String email = "staff." + UUID.randomUUID() + "@example.org";
		InviteStaff.Outcome.Invited invited = (InviteStaff.Outcome.Invited) this.invite
			.invite(EmailAddress.read(email).orElseThrow(), Set.of(roles), Actor.system())
			.block();
		accepting(tokenOf(invited.invitation().id().toString())).expectStatus().isNoContent();
		return email;
	}

	String signIn(String email) {
		return this.identity.signIn(email).accessToken();
	}

	ResponseSpec inviting(@Nullable String token, String email, String... roles) {
		return call(HttpMethod.POST, INVITATIONS, token, Map.of("email", email, "roles", List.of(roles)));
	}

	/** The token of the mail, as notification-service reads it. */
	String tokenOf(String invitation) {
		JsonNode mail = this.events.await("identity.verification", "StaffInvited",
				(event) -> event.get("invitationId").asString().equals(invitation));
		return this.seal.open(mail.get("sealedToken").asString(), invitation);
	}

	ResponseSpec accepting(String token) {
		return accepting(token, IdentityFixture.PASSWORD);
	}

	ResponseSpec accepting(String token, String password) {
		return call(HttpMethod.POST, INVITATIONS + "/acceptance", null,
				Map.of("token", token, "givenName", "Sam", "familyName", "Example", "password", password));
	}

	String idOf(String email, String administrator) {
		JsonNode members = IdentityFixture.json(this.identity.getLarge(PEOPLE, administrator).expectStatus().isOk())
			.get("members");
		for (JsonNode member : members) {
			if (member.get("email").asString().equals(email)) {
				return member.get("id").asString();
			}
		}
		throw new AssertionError(email + " is no member of staff");
	}

	/** Calls as a member of staff, a resident or nobody. */
	public ResponseSpec call(HttpMethod method, String path, @Nullable String token, @Nullable Object body) {
		WebTestClient.RequestBodySpec request = this.client.method(method).uri(path).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		});
		return (body != null) ? request.bodyValue(body).exchange() : request.exchange();
	}

}
