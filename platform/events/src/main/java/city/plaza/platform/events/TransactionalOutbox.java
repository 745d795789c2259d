package city.plaza.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/** Writes events beside the state they tell of. */
class TransactionalOutbox implements Outbox {

	private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

	private final OutboxRows rows;

	private final JsonMapper json;

	private final Clock clock;

	private final String source;

	private final long maxBody;

	TransactionalOutbox(OutboxRows rows, JsonMapper json, Clock clock, String source, long maxBody) {
		this.rows = rows;
		this.json = json;
		this.clock = clock;
		this.source = source;
		this.maxBody = maxBody;
	}

	@Override
	public Mono<Void> append(NewEvent event) {
		return inTransaction().then(Traceparent.current())
			.map((traceparent) -> row(event, traceparent.value()))
			.flatMap(this.rows::add);
	}

	private static Mono<Void> inTransaction() {
		return TransactionSynchronizationManager.forCurrentTransaction()
			.filter(TransactionSynchronizationManager::isActualTransactionActive)
			.switchIfEmpty(Mono.error(() -> new NoTransactionException("none is active")))
			.onErrorMap(NoTransactionException.class,
					(none) -> new IllegalStateException(
							"An event is written in the transaction of the change it tells of, and there is none",
							none))
			.then();
	}

	/** What the broker would refuse must not be committed: it would hold up its key. */
	private OutboxRow row(NewEvent event, @Nullable String traceparent) {
		if (!TOPIC.matcher(event.topic()).matches()) {
			throw new IllegalArgumentException("No name of a topic: " + event.topic());
		}
		String data = this.json.writeValueAsString(event.data());
		if (data.getBytes(StandardCharsets.UTF_8).length > this.maxBody) {
			throw new IllegalArgumentException(event.type() + " is larger than " + this.maxBody + " bytes");
		}
		return new OutboxRow(EventIds.next(this.clock.instant()), event.topic(), event.key(), event.type(), this.source,
				data, traceparent, this.clock.instant());
	}

}
