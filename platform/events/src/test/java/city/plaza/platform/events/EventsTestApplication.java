package city.plaza.platform.events;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** A service that writes down what it reads. */
@SpringBootConfiguration
@EnableAutoConfiguration
class EventsTestApplication {

	/** What the handler is to fail with, by the value it reads; taken away by tests. */
	static final ConcurrentHashMap<String, RuntimeException> FAILURES = new ConcurrentHashMap<>();

	static final AtomicReference<@Nullable String> LAST_TRACE = new AtomicReference<>();

	record Counted(String value) {
	}

	@Bean
	Subscription readings(DatabaseClient database) {
		return Subscription.of("readings", "test.readings")
			.on("ReadingTaken", Counted.class, (event) -> apply(database, event));
	}

	private static Mono<Void> apply(DatabaseClient database, Event<Counted> event) {
		return Traceparent.current().doOnNext((trace) -> LAST_TRACE.set(trace.value())).then(Mono.defer(() -> {
			RuntimeException failure = FAILURES.get(event.data().value());
			return database.sql("insert into reading (subject, value) values ($1, $2)")
				.bind(0, event.subject())
				.bind(1, event.data().value())
				.then()
				.then((failure != null) ? Mono.error(failure) : Mono.empty());
		}));
	}

}
