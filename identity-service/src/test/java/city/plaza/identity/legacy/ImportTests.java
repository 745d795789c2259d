package city.plaza.identity.legacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.staff.StaffFixture;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ImportTests {

	@Autowired
	private LegacyFixture legacy;

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private StaffFixture staff;

	@Autowired
	private DatabaseClient database;

	private final String pat = IdentityFixture.newEmail();

	private final String lee = IdentityFixture.newEmail();

	private String finance = "";

	@BeforeEach
	void signIn() {
		this.finance = this.legacy.finance();
	}

	@Test
	void addsChangesAndLeavesWhatIsTheSame() {
		String file = LegacyFixture.file(LegacyFixture.row(this.pat, "1"), LegacyFixture.row(this.lee, "1"),
				"pat,Pat,Example,,,,,,,");
		assertThat(load(file).counts()).containsExactly(2, 0, 0, 0, 1);
		assertThat(load(file).counts()).as("the same again").containsExactly(0, 0, 2, 0, 1);
		LegacyFixture.Report changed = load(
				LegacyFixture.file(LegacyFixture.row(this.pat, "1 2"), LegacyFixture.row(this.lee, "1")));
		assertThat(changed.counts()).containsExactly(0, 1, 1, 0, 0);
		assertThat(customersOf(this.pat)).containsExactly("1", "2");
		load(LegacyFixture.file(this.pat + ",Patricia,Example,,,,,,,3"));
		assertThat(customersOf(this.pat)).containsExactly("3");
		assertThat(this.legacy.row(this.pat)).containsEntry("given_name", "Patricia");
		assertThat(this.legacy.row(this.pat).get("phone")).isNull();
		assertThat(this.legacy.row(this.pat).get("line1")).isNull();
	}

	@Test
	void reportsWhatIsWrongWithARow() {
		LegacyFixture.Report report = load(LegacyFixture.file("pat,Pat,Example,,,,,,,"));
		assertThat(report.rows()).isEqualTo(1);
		assertThat(report.errors()).containsExactly(new LegacyFixture.Error(2, "email", "pat", "invalid-email",
				"Enter an email address like name@example.com."));
	}

	@Test
	void reportsTheFirstTwoHundredErrors() {
		String[] rows = IntStream.range(0, 300).mapToObj((number) -> "x,Pat,Example,,,,,,,").toArray(String[]::new);
		LegacyFixture.Report report = load(LegacyFixture.file(rows));
		assertThat(report.rejected()).isEqualTo(300);
		assertThat(report.errors()).hasSize(200).last().hasFieldOrPropertyWithValue("line", 201L);
	}

	@Test
	void keepsNothingOfADryRun() {
		byte[] file = LegacyFixture.file(LegacyFixture.row(this.pat, "1")).getBytes(StandardCharsets.UTF_8);
		LegacyFixture.Report report = this.legacy.report(this.legacy.importing(this.finance, file, "?dryRun=true"));
		assertThat(report.dryRun()).isTrue();
		assertThat(report.counts()).containsExactly(1, 0, 0, 0, 0);
		assertThat(this.legacy.row(this.pat)).isEmpty();
		assertThat(load(new String(file, StandardCharsets.UTF_8)).counts()).containsExactly(1, 0, 0, 0, 0);
	}

	@Test
	void leavesWhatIsReclaimedAsItIs() {
		load(LegacyFixture.file(LegacyFixture.row(this.pat, "1")));
		this.identity.resident(this.pat);
		assertThat(load(LegacyFixture.file(LegacyFixture.row(this.pat, "2"))).counts()).containsExactly(0, 0, 0, 1, 0);
		assertThat(customersOf(this.pat)).containsExactly("1");
	}

	@Test
	void takesFiveMegabytesAndNotAByteMore() {
		String row = "pat,Pat,Example,,,,,,,\n";
		String start = LegacyFixture.file(LegacyFixture.row(this.pat, "1")) + "\n";
		String full = start + row.repeat((ReceiveFile.LARGEST - start.length()) / row.length());
		full += " ".repeat(ReceiveFile.LARGEST - full.length());
		LegacyFixture.Report report = load(full);
		assertThat(report.added()).isEqualTo(1);
		assertThat(report.rejected()).isGreaterThan(200_000);
		assertThat(
				IdentityFixture.problem(this.legacy.importing(this.finance, full + " ").expectStatus().isEqualTo(413)))
			.isEqualTo("too-large");
	}

	@Test
	void storesThousandsAtOnce() {
		String run = UUID.randomUUID().toString();
		String rows = IntStream.range(0, 3_000)
			.mapToObj((number) -> LegacyFixture.row(number + "." + run + "@example.org", number + " 9"))
			.collect(Collectors.joining("\n"));
		assertThat(load(LegacyFixture.file(rows)).counts()).containsExactly(3_000, 0, 0, 0, 0);
		assertThat(customersOf("2999." + run + "@example.org")).containsExactly("2999", "9");
	}

	@Test
	void refusesWhatIsNoSuchFile() {
		assertThat(
				IdentityFixture.body(this.legacy.importing(this.finance, "email,mail\n").expectStatus().isEqualTo(422),
						IdentityFixture.Refusal.class))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("wrong-header"))
			.satisfies((refusal) -> assertThat(refusal.errors()).extracting(IdentityFixture.FieldError::field)
				.contains("given_name", "mail"));
		assertThat(refused("")).isEqualTo("empty-file");
		assertThat(refused(LegacyFixture.HEADER + "\n\"open")).isEqualTo("malformed-file");
		byte[] latin = LegacyFixture.file("pat@example.com,Jos\u00e9,Example,,,,,,,1")
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThat(
				IdentityFixture.problem(this.legacy.importing(this.finance, latin, "").expectStatus().isEqualTo(422)))
			.isEqualTo("wrong-encoding");
		this.staff.call(HttpMethod.POST, LegacyFixture.IMPORTS, this.finance, Map.of("email", "x"))
			.expectStatus()
			.isEqualTo(415);
	}

	@Test
	void isForFinanceAlone() {
		String file = LegacyFixture.file(LegacyFixture.row(this.pat, "1"));
		this.legacy.importing(null, file).expectStatus().isUnauthorized();
		this.legacy.importing(this.staff.member("help-desk", "administrator"), file).expectStatus().isForbidden();
		this.legacy.importing(this.identity.resident(IdentityFixture.newEmail()).accessToken(), file)
			.expectStatus()
			.isForbidden();
		assertThat(this.legacy.row(this.pat)).isEmpty();
	}

	@Test
	void notesWhoImportedHowManyAndNobodysAddress() {
		UUID by = this.identity.me(this.finance).id();
		load(LegacyFixture.file(LegacyFixture.row(this.pat, "1"), "x,Pat,Example,,,,,,,"));
		this.legacy.importing(this.finance,
				LegacyFixture.file(LegacyFixture.row(this.lee, "1")).getBytes(StandardCharsets.UTF_8), "?dryRun=true")
			.expectStatus()
			.isOk();
		assertThat(this.database.sql("""
				select cast(details as text) as details from audit_entry
				where action = 'legacy-residents-imported' and actor = :by order by recorded_at, id
				""").bind("by", by).map((row) -> row.get("details", String.class)).all().collectList().block())
			.containsExactly("{\"added\":1,\"changed\":0,\"dryRun\":false,\"rejected\":1,\"rows\":2}",
					"{\"added\":1,\"changed\":0,\"dryRun\":true,\"rejected\":0,\"rows\":1}");
	}

	@Test
	void addsEachOnceWhereTwoImportAtOnce() {
		String file = LegacyFixture.file(LegacyFixture.row(this.pat, "1"), LegacyFixture.row(this.lee, "2"));
		List<LegacyFixture.Report> reports = IdentityFixture.atOnce(4, (number) -> load(file));
		assertThat(reports).extracting(LegacyFixture.Report::counts)
			.containsExactlyInAnyOrder(List.of(2, 0, 0, 0, 0), List.of(0, 0, 2, 0, 0), List.of(0, 0, 2, 0, 0),
					List.of(0, 0, 2, 0, 0));
		assertThat(customersOf(this.pat)).containsExactly("1");
	}

	private LegacyFixture.Report load(String file) {
		return this.legacy.report(this.legacy.importing(this.finance, file));
	}

	private String refused(String file) {
		return IdentityFixture.problem(this.legacy.importing(this.finance, file).expectStatus().isEqualTo(422));
	}

	private List<String> customersOf(String email) {
		return this.database.sql("""
				select c.customer_number from legacy_customer c join legacy_resident r on r.id = c.legacy_id
				where r.address = lower(:email) order by 1
				""").bind("email", email).map((row) -> row.get(0, String.class)).all().collectList().block();
	}

}
