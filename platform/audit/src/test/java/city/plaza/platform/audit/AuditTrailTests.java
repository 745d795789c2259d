package city.plaza.platform.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@PlazaTest
class AuditTrailTests {

	@Autowired
	private AuditTrail trail;

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	private final String door = UUID.randomUUID().toString();

	@Test
	void writesWhoDidWhatAndSealsIt() {
		UUID keeper = UUID.randomUUID();
		write(NewEntry
			.of(Actor.of(keeper, Set.of("keeper", "boss")), AuditTestApplication.TestAction.DOOR_OPENED, "door",
					this.door)
			.with("turns", 2)
			.with("again", true)
			.refused());
		await().atMost(Duration.ofSeconds(10)).until(() -> rows().getFirst().get("hash") != null);
		assertThat(rows()).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("actor", keeper)
				.containsEntry("role", "boss,keeper")
				.containsEntry("action", "door-opened")
				.containsEntry("outcome", "refused")
				.containsEntry("details", "{\"again\":true,\"turns\":2}"));
	}

	@Test
	void writesNothingOfWhatWasRolledBack() {
		Mono<Void> failing = this.trail.record(opened()).then(Mono.error(new IllegalStateException("no")));
		assertThatThrownBy(() -> this.transactions.inOne(failing).block()).hasMessage("no");
		assertThat(rows()).isEmpty();
	}

	@Test
	void refusesAnEntryOutsideOfATransaction() {
		assertThatThrownBy(() -> this.trail.record(opened()).block()).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("in the transaction of what it describes");
	}

	@Test
	void givesEntriesOfManyWritersEachAPlaceOfItsOwn() {
		Flux.range(0, 200)
			.flatMap((number) -> this.transactions.inOne(this.trail.record(opened().with("number", number))), 16)
			.blockLast();
		await().atMost(Duration.ofSeconds(10))
			.until(() -> rows().stream().filter((row) -> row.get("sequence") != null).count() == 200);
		assertThat(rows().stream().map((row) -> row.get("sequence")).distinct()).hasSize(200);
		assertThat(this.database
			.sql("select (max(sequence) = count(*) and max(sequence) >= 200) as whole from audit_entry")
			.map((row) -> row.get("whole", Boolean.class))
			.one()
			.block()).isTrue();
	}

	private NewEntry opened() {
		return NewEntry.of(Actor.system(), AuditTestApplication.TestAction.DOOR_OPENED, "door", this.door);
	}

	private void write(NewEntry entry) {
		this.transactions.inOne(this.trail.record(entry)).block();
	}

	private List<Map<String, Object>> rows() {
		return this.database.sql("select * from audit_entry where subject_id = :door")
			.bind("door", this.door)
			.fetch()
			.all()
			.collectList()
			.block();
	}

}
