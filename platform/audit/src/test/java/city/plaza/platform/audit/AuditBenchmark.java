package city.plaza.platform.audit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import city.plaza.platform.audit.AuditTestApplication.TestAction;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What it costs to write an entry without a common lock, sealing it included, beside a
 * chain that each writer continues in its own transaction. Run by hand; the ratio counts.
 */
@PlazaTest
@TestPropertySource(properties = { "plaza.database.name=audit_benchmark", "plaza.database.pool-size=8" })
class AuditBenchmark {

	private static final Logger log = LoggerFactory.getLogger(AuditBenchmark.class);

	private static final int WRITERS = 8;

	private static final Duration TIME = Duration.ofSeconds(20);

	@Autowired
	private AuditTrail trail;

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	@Test
	void printsTheRatio() {
		for (String statement : List.of("create table place (sequence bigint not null)", "insert into place values (0)",
				"create table note (id uuid primary key)")) {
			this.database.sql(statement).then().block();
		}
		perSecond(sealedLater());
		perSecond(chainedByTheWriter());
		long later = perSecond(sealedLater());
		long chained = perSecond(chainedByTheWriter());
		log.info("Sealed later {} a second, chained by the writer {} a second: {} %", later, chained,
				100 * later / Math.max(1, chained));
	}

	private Mono<Void> sealedLater() {
		return work().then(this.trail.record(entry()));
	}

	private Mono<Void> chainedByTheWriter() {
		return work().then(this.database.sql("select sequence from place for update").then())
			.then(this.trail.record(entry()))
			.then(this.database.sql("update place set sequence = sequence + 1").then());
	}

	/** The rest of a transaction. */
	private Mono<Void> work() {
		return Mono
			.defer(() -> this.database.sql("insert into note (id) values (:id)").bind("id", UUID.randomUUID()).then());
	}

	private static NewEntry entry() {
		return NewEntry.of(Actor.system(), TestAction.DOOR_OPENED, "door", UUID.randomUUID());
	}

	private long perSecond(Mono<Void> transaction) {
		Long count = Flux.range(0, WRITERS)
			.flatMap((writer) -> this.transactions.inOne(transaction.thenReturn(1L)).repeat().take(TIME).count())
			.reduce(Long::sum)
			.block();
		return count / TIME.toSeconds();
	}

}
