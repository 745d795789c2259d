package city.plaza.platform.audit;

import java.util.List;

import reactor.core.publisher.Flux;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Somebody who may do anything in the database: the triggers are off for them. */
record Superuser(DatabaseClient database, ReactiveTransactionManager transactions) {

	private static final List<String> TABLES = List.of("audit_entry", "audit_head", "audit_anchor");

	/** Runs the statements in one transaction without the guards. */
	void run(String... statements) {
		Flux<String> all = Flux.concat(guards("disable"), Flux.fromArray(statements), guards("enable"));
		all.concatMap((sql) -> this.database.sql(sql).then())
			.then()
			.as(TransactionalOperator.create(this.transactions)::transactional)
			.block();
	}

	/** Empties the trail, so that each test has one of its own. */
	void beginAnew() {
		run("delete from audit_entry", "delete from audit_anchor",
				"update audit_head set sequence = 0, hash = decode(repeat('00', 32), 'hex')");
	}

	private static Flux<String> guards(String action) {
		return Flux.fromIterable(TABLES).map((table) -> "alter table %s %s trigger user".formatted(table, action));
	}

}
