package city.plaza.identity.staff;

import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators change the staff; nobody else does. */
@PlazaTest
class ChangeStaffTests {

	private static final String SOMEBODY = "/00000000-0000-4000-8000-000000000000";

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private StaffFixture staff;

	@Autowired
	private TestEvents events;

	@Autowired
	private DatabaseClient database;

	@ParameterizedTest
	@CsvSource({ "GET, /people", "PUT, /people/{id}/roles", "PUT, /people/{id}/suspension",
			"DELETE, /people/{id}/suspension", "DELETE, /people/{id}", "POST, /invitations",
			"DELETE, /invitations/{id}" })
	void isForAdministratorsAlone(String method, String path) {
		String place = "/api/v1/staff" + path.replace("/{id}", SOMEBODY);
		Map<String, ?> body = Map.of("email", IdentityFixture.newEmail(), "roles", List.of("administrator"));
		String resident = IdentityFixture.newEmail();
		this.identity.resident(resident);
		for (String token : List.of(this.staff.member("finance"), this.staff.member("finance", "help-desk"),
				this.identity.signIn(resident).accessToken())) {
			this.staff.call(HttpMethod.valueOf(method), place, token, body).expectStatus().isForbidden();
		}
		this.staff.call(HttpMethod.valueOf(method), place, null, body).expectStatus().isUnauthorized();
	}

	@Test
	void listsTheStaffAndNoResident() {
		String administrator = this.staff.member("administrator");
		String email = this.staff.joined("finance");
		this.identity.resident(IdentityFixture.newEmail());
		JsonNode members = IdentityFixture.json(this.identity.getLarge(StaffFixture.PEOPLE, administrator))
			.get("members");
		assertThat(members.findValuesAsString("email")).contains(email, "Finance@fairhaven.example");
		assertThat(members.size()).isEqualTo(count("select count(*) from account where kind = 'staff'"));
	}

	@Test
	void changesRolesAndEndsTheSessionsThatNameTheOldOnes() throws Exception {
		String administrator = this.staff.member("administrator");
		String email = this.staff.joined("finance");
		String token = this.staff.signIn(email);
		change(administrator, email, "administrator").expectStatus().isNoContent();
		assertEnded(token);
		assertThat(this.identity.me(this.staff.signIn(email)).roles()).containsExactly("administrator");
		change(administrator, email, "root").expectStatus().isEqualTo(422);
	}

	@Test
	void suspendsAndRestores() throws Exception {
		String administrator = this.staff.member("administrator");
		String email = this.staff.joined("finance");
		String token = this.staff.signIn(email);
		String path = StaffFixture.PEOPLE + "/" + this.staff.idOf(email, administrator) + "/suspension";
		this.staff.call(HttpMethod.PUT, path, administrator, null).expectStatus().isNoContent();
		assertEnded(token);
		assertThat(IdentityFixture
			.problem(this.identity.signingIn(email, IdentityFixture.PASSWORD).expectStatus().isUnauthorized()))
			.as("no hint that the password was right")
			.isEqualTo("wrong-credentials");
		this.staff.call(HttpMethod.DELETE, path, administrator, null).expectStatus().isNoContent();
		assertThat(this.identity.me(this.staff.signIn(email)).roles()).containsExactly("finance");
	}

	@Test
	void removesForGood() throws Exception {
		String administrator = this.staff.member("administrator");
		String email = this.staff.joined("finance");
		String token = this.staff.signIn(email);
		String path = StaffFixture.PEOPLE + "/" + this.staff.idOf(email, administrator);
		this.staff.call(HttpMethod.DELETE, path, administrator, null).expectStatus().isNoContent();
		assertEnded(token);
		this.identity.signingIn(email, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
		this.staff.call(HttpMethod.DELETE, path, administrator, null).expectStatus().isNotFound();
	}

	@Test
	void neverTouchesAResident() {
		String administrator = this.staff.member("administrator");
		String email = IdentityFixture.newEmail();
		this.identity.resident(email);
		String path = StaffFixture.PEOPLE + "/" + this.identity.me(this.identity.signIn(email).accessToken()).id();
		this.staff.call(HttpMethod.DELETE, path, administrator, null).expectStatus().isNotFound();
		this.staff.call(HttpMethod.PUT, path + "/suspension", administrator, null).expectStatus().isNotFound();
		this.staff.call(HttpMethod.PUT, path + "/roles", administrator, Map.of("roles", List.of("finance")))
			.expectStatus()
			.isNotFound();
		assertThat(this.identity.me(this.identity.signIn(email).accessToken()).roles()).isEmpty();
	}

	@Test
	void leavesWhomTheSettingsNameToTheSettings() {
		String administrator = this.staff.member("administrator");
		assertThat(IdentityFixture
			.problem(change(administrator, "Finance@fairhaven.example", "administrator").expectStatus().isEqualTo(409)))
			.isEqualTo("named-in-settings");
	}

	@Test
	void keepsTheLastAdministrator() {
		String email = this.staff.joined("administrator");
		String administrator = this.staff.signIn(email);
		String id = this.staff.idOf(email, administrator);
		suspendAllOthers(email);
		String path = StaffFixture.PEOPLE + "/" + id;
		assertLast(change(administrator, email, "finance"));
		assertLast(this.staff.call(HttpMethod.PUT, path + "/suspension", administrator, null));
		assertLast(this.staff.call(HttpMethod.DELETE, path, administrator, null));
		change(administrator, email, "finance", "administrator").expectStatus().isNoContent();
	}

	@Test
	void keepsOneOfTwoAdministratorsWhoRemoveEachOtherAtOnce() {
		String one = this.staff.joined("administrator");
		String other = this.staff.joined("administrator");
		suspendAllOthers(one, other);
		List<String> tokens = List.of(this.staff.signIn(one), this.staff.signIn(other));
		List<String> paths = List.of(StaffFixture.PEOPLE + "/" + this.staff.idOf(other, tokens.getFirst()),
				StaffFixture.PEOPLE + "/" + this.staff.idOf(one, tokens.getFirst()));
		List<Integer> statuses = IdentityFixture.atOnce(2, (number) -> IdentityFixture
			.status(this.staff.call(HttpMethod.DELETE, paths.get(number), tokens.get(number), null)));
		assertThat(statuses).contains(204);
		assertThat(count("select count(*) from account where 'administrator' = any (roles) and suspended_at is null"))
			.isOne();
	}

	private void assertLast(ResponseSpec response) {
		assertThat(IdentityFixture.problem(response.expectStatus().isEqualTo(409))).isEqualTo("last-administrator");
	}

	private ResponseSpec change(String administrator, String email, String... roles) {
		return this.staff.call(HttpMethod.PUT,
				StaffFixture.PEOPLE + "/" + this.staff.idOf(email, administrator) + "/roles", administrator,
				Map.of("roles", List.of(roles)));
	}

	private void suspendAllOthers(String... emails) {
		List<String> kept = List.of(emails).stream().map((email) -> new EmailAddress(email).comparable()).toList();
		this.database.sql("""
				update account set suspended_at = now()
				where 'administrator' = any (roles) and suspended_at is null and not address = any (:kept)""")
			.bind("kept", kept.toArray(String[]::new))
			.then()
			.block();
	}

	private void assertEnded(String token) throws Exception {
		this.identity.get("/api/v1/me", token).expectStatus().isUnauthorized();
		String session = SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
		this.events.await("identity.sessions", "SessionEnded",
				(event) -> event.get("sessionId").asString().equals(session));
	}

	private long count(String sql) {
		return this.database.sql(sql).map((row) -> row.get(0, Long.class)).one().block();
	}

}
