package city.plaza.platform.events;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import city.plaza.platform.events.EventsTestApplication.Reading;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** What was read, in the order it was. */
public class Readings {

	/**
	 * What the handler fails with after it wrote, by value, until a test removes it.
	 */
	public final Map<String, Throwable> failures = new ConcurrentHashMap<>();

	public final Map<String, Integer> tries = new ConcurrentHashMap<>();

	/** After how many tries a failure is over by itself. */
	public final Map<String, Integer> recoveries = new ConcurrentHashMap<>();

	public final Map<String, String> traces = new ConcurrentHashMap<>();

	private final DatabaseClient database;

	Readings(DatabaseClient database) {
		this.database = database;
	}

	public Mono<Void> apply(Event<Reading> event) {
		String value = event.data().value();
		int tries = this.tries.merge(value, 1, Integer::sum);
		return Traceparent.current()
			.doOnNext((trace) -> this.traces.put(value, String.valueOf(trace.value())))
			.then(add(event.subject(), value))
			.then(Mono.defer(() -> {
				Throwable failure = this.failures.get(value);
				if (value.equals("slow")) {
					return slow();
				}
				boolean isOver = tries > this.recoveries.getOrDefault(value, Integer.MAX_VALUE);
				return (failure != null && !isOver) ? Mono.error(failure) : Mono.empty();
			}));
	}

	/** The server ends it each time. */
	private Mono<Void> slow() {
		return this.database.sql("set local statement_timeout = 20")
			.then()
			.then(this.database.sql("select pg_sleep(5)").then());
	}

	private Mono<Void> add(String subject, String value) {
		return this.database.sql("insert into reading (subject, value) values ($1, $2)")
			.bind(0, subject)
			.bind(1, value)
			.then();
	}

	public List<String> of(String subject) {
		return this.database.sql("select value from reading where subject = $1 order by position")
			.bind(0, subject)
			.map((row) -> row.get("value", String.class))
			.all()
			.collectList()
			.block();
	}

	/** In how many transactions those of a subject were written. */
	public long transactions(String subject) {
		return this.database.sql("select count(distinct xmin::text) as it from reading where subject = $1")
			.bind(0, subject)
			.map((row) -> row.get("it", Long.class))
			.one()
			.block();
	}

	/** All of them, as one value to compare. */
	public String all() {
		return this.database.sql("select string_agg(subject || '=' || value, ',' order by position) as it from reading")
			.map((row) -> String.valueOf(row.get("it", String.class)))
			.one()
			.block();
	}

}
