package city.plaza.identity.audit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.staff.StaffFixture;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people do with their accounts stands in the trail, and nothing they typed. */
@PlazaTest
class AuditTests {

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private StaffFixture staff;

	@Autowired
	private DatabaseClient database;

	private final String email = IdentityFixture.newEmail();

	@Test
	void notesThatSomebodyRegisteredSignedInAndLeft() {
		this.identity.resident(this.email);
		String token = this.identity.signIn(this.email).accessToken();
		UUID id = this.identity.me(token).id();
		this.identity.delete("/api/v1/sessions/current", token).expectStatus().isNoContent();
		List<Map<String, Object>> rows = rows(id.toString());
		assertThat(rows).extracting((row) -> row.get("action"))
			.containsExactly("registration-confirmed", "signed-in", "signed-in", "session-ended");
		assertThat(rows)
			.allSatisfy((row) -> assertThat(row).containsEntry("actor", id).containsEntry("role", "resident"));
		assertThat(rows.get(2)).containsEntry("client", IdentityFixture.homeOf(this.email));
		assertThat(rows.getLast().get("details").toString()).contains("\"reason\":\"signed-out\"");
		await().atMost(Duration.ofSeconds(10))
			.until(() -> rows(id.toString()).stream().allMatch((row) -> row.get("sequence") != null));
	}

	/** The same facade that mails the holder writes the trail. */
	@Test
	void notesWhatChangedAboutWhoCanGetIn() {
		String token = this.identity.resident(this.email).accessToken();
		String id = this.identity.me(token).id().toString();
		this.identity
			.put("/api/v1/me/password",
					Map.of("currentPassword", IdentityFixture.PASSWORD, "newPassword", "seven slow otters drift"),
					token, IdentityFixture.homeOf(this.email))
			.expectStatus()
			.isNoContent();
		assertThat(rows(id)).extracting((row) -> row.get("action"))
			.contains("password-changed")
			.doesNotHaveDuplicates();
	}

	@Test
	void notesFailuresByTheirCountAndNotByWhatWasTyped() {
		this.identity.resident(this.email);
		String id = this.identity.me(this.identity.signIn(this.email).accessToken()).id().toString();
		for (int number = 0; number < 7; number++) {
			this.identity.signingIn(this.email, "guess number " + number + " of many").expectStatus().isUnauthorized();
		}
		List<Map<String, Object>> failures = rows(id).stream()
			.filter((row) -> row.get("action").equals("sign-in-failed"))
			.toList();
		assertThat(failures).extracting((row) -> row.get("details"))
			.containsExactly("{\"failures\":3}", "{\"failures\":6}");
		assertThat(failures)
			.allSatisfy((row) -> assertThat(row).containsEntry("outcome", "failed").containsEntry("role", "anonymous"));
	}

	@Test
	void notesFailuresOfAnAddressWithoutAnAccountAsOftenAndUnderAHash() {
		long before = failuresOfNobody();
		for (int number = 0; number < 7; number++) {
			this.identity.signingIn(this.email, "guess number " + number + " of many").expectStatus().isUnauthorized();
		}
		assertThat(failuresOfNobody() - before).isEqualTo(2);
		assertThat(whole())
			.noneMatch((row) -> row.toLowerCase(Locale.ROOT).contains(this.email.toLowerCase(Locale.ROOT)));
	}

	@Test
	void notesWhatAdministratorsDo() {
		String administrator = this.staff.member("administrator", "finance");
		UUID by = this.identity.me(administrator).id();
		String member = this.staff.member("finance");
		String id = this.identity.me(member).id().toString();
		this.staff
			.call(HttpMethod.PUT, "/api/v1/staff/people/" + id + "/roles", administrator,
					Map.of("roles", List.of("help-desk")))
			.expectStatus()
			.isNoContent();
		this.staff.call(HttpMethod.DELETE, "/api/v1/staff/people/" + id, administrator, null)
			.expectStatus()
			.isNoContent();
		assertThat(rows(id)).extracting((row) -> row.get("action"))
			.containsExactly("staff-joined", "signed-in", "sessions-ended", "staff-roles-changed", "staff-removed");
		assertThat(rows(id).get(3)).containsEntry("actor", by)
			.containsEntry("role", "administrator,finance")
			.containsEntry("details", "{\"before\":\"finance\",\"roles\":\"help-desk\"}");
	}

	@Test
	void notesWhomFinanceLookedUp() {
		this.identity.resident(this.email);
		String id = this.identity.me(this.identity.signIn(this.email).accessToken()).id().toString();
		String finance = this.staff.member("finance");
		this.staff.call(HttpMethod.POST, "/api/v1/residents/lookup", finance, Map.of("email", this.email))
			.expectStatus()
			.isOk();
		assertThat(rows(id).getLast()).containsEntry("action", "resident-looked-up")
			.containsEntry("actor", this.identity.me(finance).id());
		assertThat(whole())
			.noneMatch((row) -> row.toLowerCase(Locale.ROOT).contains(this.email.toLowerCase(Locale.ROOT)));
	}

	private long failuresOfNobody() {
		return this.database
			.sql("select count(*) from audit_entry where action = 'sign-in-failed' and subject_type = 'address'")
			.map((row) -> row.get(0, Long.class))
			.one()
			.block();
	}

	private List<Map<String, Object>> rows(String subject) {
		return this.database.sql("select * from audit_entry where subject_id = :subject order by recorded_at, id")
			.bind("subject", subject)
			.fetch()
			.all()
			.collectList()
			.block();
	}

	private List<String> whole() {
		return this.database.sql("select e::text as whole from audit_entry e")
			.map((row) -> row.get("whole", String.class))
			.all()
			.collectList()
			.block();
	}

}
