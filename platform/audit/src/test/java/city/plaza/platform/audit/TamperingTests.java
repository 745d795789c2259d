package city.plaza.platform.audit;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import city.plaza.platform.audit.AuditTestApplication.TestAction;
import city.plaza.platform.audit.Verdict.Finding;
import city.plaza.platform.audit.Verdict.Kind;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.ReactiveTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who owns the database changes the trail, guards off: each change is found. */
@PlazaTest
@TestPropertySource(properties = { "plaza.database.name=audit_tampering", "plaza.audit.seal-every=1h",
		"plaza.audit.anchor-every=1h" })
class TamperingTests {

	@Autowired
	private AuditTrail trail;

	@Autowired
	private SealEntries entries;

	@Autowired
	private VerifyTrail verify;

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ReactiveTransactionManager manager;

	@Autowired
	private WebTestClient client;

	private Superuser superuser;

	@BeforeEach
	void writeTenEntries() {
		this.superuser = new Superuser(this.database, this.manager);
		this.superuser.beginAnew();
		for (int number = 1; number <= 10; number++) {
			write(number);
		}
		this.entries.seal().block();
	}

	@Test
	void findsNothingInATrailThatIsWhole() {
		write(11);
		Verdict verdict = verdict();
		assertThat(verdict.finding()).isNull();
		assertThat(verdict).extracting(Verdict::whole, Verdict::entries, Verdict::waiting)
			.containsExactly(true, 10L, 1L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "actor = gen_random_uuid()", "role = 'boss'", "action = 'door-locked'",
			"subject_type = 'gate'", "subject_id = 'other'", "client = '192.0.2.7'", "outcome = 'failed'",
			"details = '{}'", "recorded_at = recorded_at + interval '1 microsecond'", "id = gen_random_uuid()",
			"mac = decode(repeat('00', 32), 'hex')" })
	void findsAChangedColumn(String change) {
		this.superuser.run("update audit_entry set %s where sequence = 4".formatted(change));
		assertThat(finding()).extracting(Finding::sequence, Finding::kind).containsExactly(4L, Kind.CHANGED);
	}

	@Test
	void findsAnEntryThatNamesAnotherKey() {
		this.superuser.run("update audit_entry set key_id = 'forged' where sequence = 4");
		assertThat(finding()).extracting(Finding::sequence, Finding::kind).containsExactly(4L, Kind.UNKNOWN_KEY);
	}

	@Test
	void findsARemovedEntry() {
		this.superuser.run("delete from audit_entry where sequence = 6");
		assertThat(finding()).extracting(Finding::sequence, Finding::kind).containsExactly(6L, Kind.MISSING);
	}

	@Test
	void findsARemovedEntryWhenTheRestMovedUp() {
		this.superuser.run("delete from audit_entry where sequence = 6",
				"update audit_entry set sequence = sequence - 1 where sequence > 6",
				"update audit_head set sequence = 9, hash = (select hash from audit_entry where sequence = 9)");
		assertThat(finding()).extracting(Finding::sequence, Finding::kind).containsExactly(6L, Kind.MOVED);
	}

	@Test
	void findsEntriesThatChangedPlaces() {
		this.superuser.run("update audit_entry set sequence = 100 where sequence = 3",
				"update audit_entry set sequence = 3 where sequence = 4",
				"update audit_entry set sequence = 4 where sequence = 100");
		assertThat(finding()).extracting(Finding::sequence, Finding::kind).containsExactly(3L, Kind.MOVED);
	}

	@Test
	void findsAnEntryThatWasPutIn() {
		this.superuser.run("""
				insert into audit_entry select gen_random_uuid(), recorded_at, actor, role, action, subject_type,
				  subject_id, client, outcome, details, key_id, mac, 11, hash from audit_entry where sequence = 10""");
		assertThat(finding()).extracting(Finding::sequence, Finding::kind).containsExactly(11L, Kind.CHANGED);
	}

	@Test
	void findsAnUnsealedEntryThatTheServiceDidNotWrite() {
		this.superuser.run("""
				insert into audit_entry select gen_random_uuid(), recorded_at, actor, role, action, subject_type,
				  subject_id, client, outcome, details, key_id, mac from audit_entry where sequence = 10""");
		this.entries.seal().block();
		assertThat(finding()).extracting(Finding::sequence, Finding::kind).containsExactly(11L, Kind.CHANGED);
	}

	@Test
	void findsThatTheEndWasCutOff() {
		this.superuser.run("delete from audit_entry where sequence > 7");
		assertThat(finding()).extracting(Finding::sequence, Finding::kind).containsExactly(8L, Kind.CUT_OFF);
	}

	@Test
	void findsByAnAnchorThatTheEndWasCutOffWithItsHead() {
		this.entries.anchor().block();
		cutOffWithTheHead();
		assertThat(finding()).extracting(Finding::sequence, Finding::kind).containsExactly(8L, Kind.CUT_OFF);
	}

	@Test
	void findsByAnAnchorFromElsewhereThatTheEndWasCutOffWithAllTraces() {
		this.entries.anchor().block();
		Place kept = Place.parse(verdict().head()).orElseThrow();
		this.superuser.run("delete from audit_anchor");
		cutOffWithTheHead();
		assertThat(verdict().whole()).as("nothing in the database discloses it").isTrue();
		assertThat(this.verify.verify(Optional.of(kept)).block().finding()).extracting(Finding::sequence, Finding::kind)
			.containsExactly(8L, Kind.CUT_OFF);
		for (int number = 8; number <= 10; number++) {
			write(number);
		}
		this.entries.seal().block();
		assertThat(this.verify.verify(Optional.of(kept)).block().finding()).as("other entries in the place of those")
			.extracting(Finding::sequence, Finding::kind)
			.containsExactly(10L, Kind.OTHER_THAN_ANCHORED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "update audit_entry set outcome = 'failed' where sequence = 4",
			"update audit_entry set sequence = null, hash = null where sequence = 4",
			"delete from audit_entry where sequence = 4", "truncate audit_entry", "delete from audit_head",
			"update audit_head set sequence = 3", "truncate audit_head", "delete from audit_anchor",
			"update audit_anchor set sequence = 3", "truncate audit_anchor" })
	void refusesAChangeWithTheGuards(String statement) {
		this.entries.anchor().block();
		assertThatThrownBy(() -> this.database.sql(statement).then().block()).hasMessageContaining("audit");
		assertThat(verdict()).extracting(Verdict::whole, Verdict::entries).containsExactly(true, 10L);
	}

	@Test
	void respondsToAnOperator() {
		this.superuser.run("update audit_entry set details = '{}' where sequence = 4");
		this.client.get()
			.uri("/actuator/audittrail")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.whole")
			.isEqualTo(false)
			.jsonPath("$.entries")
			.isEqualTo(3)
			.jsonPath("$.finding.sequence")
			.isEqualTo(4)
			.jsonPath("$.finding.kind")
			.isEqualTo("changed");
		this.client.get().uri("/actuator/audittrail?anchor=4:nonsense").exchange().expectStatus().isBadRequest();
	}

	private void cutOffWithTheHead() {
		this.superuser.run("delete from audit_entry where sequence > 7",
				"update audit_head set sequence = 7, hash = (select hash from audit_entry where sequence = 7)");
	}

	private void write(int number) {
		NewEntry entry = NewEntry
			.of(Actor.of(UUID.randomUUID(), Set.of()), TestAction.DOOR_OPENED, "door", "door-" + number)
			.with("number", number);
		this.transactions.inOne(this.trail.record(entry)).block();
	}

	private Verdict verdict() {
		return this.verify.verify(Optional.empty()).block();
	}

	private Finding finding() {
		return verdict().finding();
	}

}
