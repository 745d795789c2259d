package city.plaza.identity.staff;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The way onto the staff: a link that is good once. */
@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class InvitationTests {

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private StaffFixture staff;

	@Autowired
	private TestEvents events;

	@Autowired
	private DatabaseClient database;

	private final String email = "invited." + UUID.randomUUID() + "@example.org";

	@Test
	void makesAMemberOfWhoAcceptsAndKeepsTheTokenNowhere(CapturedOutput output) {
		String administrator = this.staff.member("administrator");
		String id = invite(administrator, "finance", "help-desk");
		String token = this.staff.tokenOf(id);
		GoldenSamples.assertMatches("identity.verification", "StaffInvited", this.events.await("identity.verification",
				"StaffInvited", (event) -> event.get("invitationId").asString().equals(id)));
		this.staff.accepting(token).expectStatus().isNoContent();
		IdentityFixture.Me me = this.identity.me(this.staff.signIn(this.email));
		assertThat(me.roles()).containsExactly("finance", "help-desk");
		assertThat(me.givenName()).isEqualTo("Sam");
		assertThat(output.getAll()).doesNotContain(token);
		assertThat(this.database.sql("select i::text as whole from staff_invitation i where id = :id")
			.bind("id", UUID.fromString(id))
			.map((row) -> row.get("whole", String.class))
			.one()
			.block()).doesNotContain(token);
	}

	@Test
	void isGoodOnce() {
		String token = this.staff.tokenOf(invite(this.staff.member("administrator"), "finance"));
		this.staff.accepting(token).expectStatus().isNoContent();
		assertRefused(token);
	}

	@Test
	void letsOneOfManyAtOnceJoin() {
		String token = this.staff.tokenOf(invite(this.staff.member("administrator"), "finance"));
		List<Integer> statuses = IdentityFixture.atOnce(12,
				(number) -> IdentityFixture.status(this.staff.accepting(token)));
		assertThat(statuses).filteredOn((status) -> status == 204).hasSize(1);
		assertThat(statuses).filteredOn((status) -> status != 204).containsOnly(422);
	}

	@Test
	void endsWithTheNextOneOfTheAddress() {
		String administrator = this.staff.member("administrator");
		String first = this.staff.tokenOf(invite(administrator, "administrator"));
		String second = this.staff.tokenOf(invite(administrator, "finance"));
		assertRefused(first);
		this.staff.accepting(second).expectStatus().isNoContent();
		assertThat(this.identity.me(this.staff.signIn(this.email)).roles()).containsExactly("finance");
	}

	@Test
	void endsWhenItIsTakenBack() {
		String administrator = this.staff.member("administrator");
		String id = invite(administrator, "finance");
		String token = this.staff.tokenOf(id);
		String path = StaffFixture.INVITATIONS + "/" + id;
		this.staff.call(HttpMethod.DELETE, path, administrator, null).expectStatus().isNoContent();
		this.staff.call(HttpMethod.DELETE, path, administrator, null).expectStatus().isNotFound();
		assertRefused(token);
	}

	@Test
	void endsInTime() {
		String token = this.staff.tokenOf(invite(this.staff.member("administrator"), "finance"));
		this.identity.clock().pass(Duration.ofDays(3).plusSeconds(1));
		assertRefused(token);
	}

	@Test
	void isNotMadeForAnAddressThatHasAnAccount() {
		String administrator = this.staff.member("administrator");
		this.identity.resident(this.email);
		assertThat(IdentityFixture
			.problem(this.staff.inviting(administrator, this.email, "finance").expectStatus().isEqualTo(409)))
			.isEqualTo("address-in-use");
		this.staff.inviting(administrator, this.staff.joined("finance"), "administrator").expectStatus().isEqualTo(409);
	}

	@Test
	void takesNobodysAccountOverThatCameMeanwhile() {
		String token = this.staff.tokenOf(invite(this.staff.member("administrator"), "administrator"));
		this.identity.resident(this.email);
		assertThat(IdentityFixture
			.problem(this.staff.accepting(token, "seven loud geese march").expectStatus().isEqualTo(409)))
			.isEqualTo("address-in-use");
		assertThat(this.identity.me(this.identity.signIn(this.email).accessToken()).roles()).isEmpty();
	}

	@Test
	void refusesPasswordsAndNamesAsRegistrationDoesAndStaysGood() {
		String token = this.staff.tokenOf(invite(this.staff.member("administrator"), "finance"));
		for (String weak : Set.of("short", "password password password")) {
			this.staff.accepting(token, weak).expectStatus().isEqualTo(422);
		}
		this.staff.accepting(token).expectStatus().isNoContent();
	}

	@Test
	void refusesWhatIsNoInvitation() {
		assertRefused("x".repeat(43));
		String administrator = this.staff.member("administrator");
		this.staff.inviting(administrator, "nobody", "finance").expectStatus().isEqualTo(422);
		this.staff.inviting(administrator, this.email, "root").expectStatus().isEqualTo(422);
		this.staff.inviting(administrator, this.email).expectStatus().isEqualTo(422);
	}

	private String invite(String administrator, String... roles) {
		return IdentityFixture.text(this.staff.inviting(administrator, this.email, roles).expectStatus().isCreated(),
				"id");
	}

	private void assertRefused(String token) {
		assertThat(IdentityFixture.problem(this.staff.accepting(token).expectStatus().isEqualTo(422)))
			.isEqualTo("unknown-invitation");
	}

}
