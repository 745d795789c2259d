package city.plaza.platform.database;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import city.plaza.platform.testing.PlazaTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@PlazaTest
class TransactionsTests {

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ConnectionFactory connections;

	private final String text = UUID.randomUUID().toString();

	@Test
	void givesTheValueAfterTheCommit() {
		assertThat(this.transactions.inOne(write(this.text).thenReturn("written")).block()).isEqualTo("written");
		assertThat(count(this.text)).isEqualTo(1);
	}

	@Test
	void rollsBackAndGivesTheErrorAsItIs() {
		Mono<Void> failing = write(this.text).then(Mono.error(new IllegalArgumentException("no")));
		assertThatThrownBy(() -> this.transactions.inOne(failing).block()).isInstanceOf(IllegalArgumentException.class)
			.hasMessage("no");
		assertThat(count(this.text)).isZero();
	}

	@Test
	void runsNothingBeforeItIsSubscribedTo() {
		this.transactions.inOne(write(this.text));
		assertThat(count(this.text)).isZero();
	}

	@Test
	void joinsTheTransactionThatIsOpen() {
		Mono<Void> inner = this.transactions.inOne(write(this.text));
		Mono<Void> outer = inner.then(Mono.error(new IllegalStateException("after the inner one")));
		assertThatThrownBy(() -> this.transactions.inOne(outer).block()).hasMessage("after the inner one");
		assertThat(count(this.text)).isZero();
	}

	@Test
	void carriesTheContextIntoTheWork() {
		Mono<String> work = Mono.deferContextual((context) -> Mono.just(context.get("who")));
		assertThat(this.transactions.inOne(work).contextWrite((context) -> context.put("who", "me")).block())
			.isEqualTo("me");
	}

	@Test
	void endsWhatItBeganWhenTheClientGoesAway() {
		Disposable client = this.transactions.inOne(sleep(0.3).then(write(this.text))).subscribe();
		await().until(() -> activity("state = 'active' and query like '%pg_sleep%'") == 1);
		client.dispose();
		await().until(() -> count(this.text) == 1);
	}

	@Test
	void keepsNoConnectionOfManyClientsThatWentAway() {
		Flux.range(0, 1000).flatMap((number) -> gone(number % 2 == 0), 20).then().block(Duration.ofMinutes(2));
		PoolMetrics pool = pool();
		await().atMost(Duration.ofSeconds(15)).until(() -> pool.acquiredSize() == 0 && pool.pendingAcquireSize() == 0);
		assertThat(activity("state like 'idle in transaction%'")).isZero();
		assertThat(this.transactions.inOne(write(this.text)).thenReturn("works").block(Duration.ofSeconds(5)))
			.isEqualTo("works");
	}

	/** A write in a transaction or a plain read, left after a random moment. */
	private Mono<Void> gone(boolean writes) {
		Mono<?> request = writes ? this.transactions.inOne(write("gone").then(sleep(0.002)))
				: this.database.sql("select pg_sleep(0.002), text from note limit 10").fetch().all().collectList();
		Duration timeout = Duration.ofNanos(ThreadLocalRandom.current().nextLong(8_000_000));
		return request.then().takeUntilOther(Mono.delay(timeout)).onErrorComplete();
	}

	@Test
	void hasTheServerEndWhatNobodyWaitsFor() {
		List<String> settings = this.database.sql("""
				select name || '=' || setting as it from pg_settings where name in
				('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'application_name')
				order by name""").map((row) -> String.valueOf(row.get("it", String.class))).all().collectList().block();
		assertThat(settings).containsExactly("application_name=test-service",
				"idle_in_transaction_session_timeout=15000", "lock_timeout=5000", "statement_timeout=10000");
	}

	@Test
	void doesNotWaitForEverForAConnection() {
		Flux<Void> busy = Flux.range(0, 5).flatMap((number) -> this.transactions.inOne(sleep(6)));
		Disposable all = busy.subscribe();
		PoolMetrics pool = pool();
		await().until(() -> pool.acquiredSize() == 5);
		assertThatThrownBy(() -> count(this.text)).isInstanceOf(DataAccessResourceFailureException.class);
		all.dispose();
		await().atMost(Duration.ofSeconds(10)).until(() -> pool.acquiredSize() == 0);
	}

	/**
	 * As after a restart of the server: more of them are dead than a request has tries.
	 */
	@Test
	void throwsAwayConnectionsThatTheServerClosed() {
		fillPool();
		await().until(() -> pool().idleSize() == 5);
		DatabaseClient beside = DatabaseClient.create(connectionPool().unwrap());
		String ofThePool = "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
		beside.sql("select pg_terminate_backend(pid) " + ofThePool).then().block();
		await()
			.until(() -> Boolean.FALSE.equals(beside.sql("select 1 " + ofThePool).fetch().all().hasElements().block()));
		assertThat(count(this.text)).isZero();
		fillPool();
	}

	/** Uses all its connections at once. */
	private void fillPool() {
		Flux.range(0, 5).flatMap((number) -> this.transactions.inOne(sleep(0.2))).then().block();
	}

	private PoolMetrics pool() {
		return connectionPool().getMetrics().orElseThrow();
	}

	private ConnectionPool connectionPool() {
		Object found = this.connections;
		while (!(found instanceof ConnectionPool pool)) {
			found = ((Wrapped<?>) found).unwrap();
		}
		return pool;
	}

	private Mono<Void> write(String text) {
		return this.database.sql("insert into note (text) values ($1)").bind(0, text).then();
	}

	private Mono<Void> sleep(double seconds) {
		return this.database.sql("select pg_sleep($1)").bind(0, seconds).then();
	}

	private long count(String text) {
		return this.database.sql("select count(*) as it from note where text = $1")
			.bind(0, text)
			.map((row) -> row.get("it", Long.class))
			.one()
			.block();
	}

	private long activity(String where) {
		return this.database.sql("""
				select count(*) as it from pg_stat_activity
				where datname = current_database() and pid <> pg_backend_pid() and\s""" + where)
			.map((row) -> row.get("it", Long.class))
			.one()
			.block();
	}

}
