package city.plaza.platform.events.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import city.plaza.platform.events.Traceparent;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/** Writes events in the transaction of the change they describe. */
class TransactionalOutbox implements Outbox {

	private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

	private static final int LONGEST_KEY = 200;

	private final OutboxRows rows;

	private final CommitSignals signals;

	private final JsonMapper json;

	private final String source;

	private final long maxBody;

	TransactionalOutbox(OutboxRows rows, CommitSignals signals, JsonMapper json, String source, long maxBody) {
		this.rows = rows;
		this.signals = signals;
		this.json = json;
		this.source = source;
		this.maxBody = maxBody;
	}

	@Override
	public Mono<Void> append(List<NewEvent> events) {
		if (events.isEmpty()) {
			return Mono.empty();
		}
		return inTransaction()
			.doOnNext((transaction) -> events.stream()
				.map(Priority::of)
				.distinct()
				.forEach((priority) -> signalAfter(transaction, priority)))
			.then(Traceparent.current())
			.flatMap((traceparent) -> this.rows.add(events.stream().map(this::row).toList(), this.source,
					traceparent.value()));
	}

	/** Once a transaction: what is registered twice is one. */
	private void signalAfter(TransactionSynchronizationManager transaction, Priority priority) {
		if (transaction.isSynchronizationActive()) {
			transaction.registerSynchronization(new AfterCommit(this.signals, priority));
		}
	}

	private static Mono<TransactionSynchronizationManager> inTransaction() {
		return TransactionSynchronizationManager.forCurrentTransaction()
			.filter(TransactionSynchronizationManager::isActualTransactionActive)
			.switchIfEmpty(Mono.error(() -> new NoTransactionException("none is active")))
			.onErrorMap(NoTransactionException.class,
					(none) -> new IllegalStateException(
							"An event is written in the transaction of the change it describes, and there is none",
							none));
	}

	/** What the broker would refuse must not be committed: it would hold up its key. */
	private NewRow row(NewEvent event) {
		if (!TOPIC.matcher(event.topic()).matches()) {
			throw new IllegalArgumentException("Not a topic name: " + event.topic());
		}
		if (event.key().length() > LONGEST_KEY) {
			throw new IllegalArgumentException("The key of " + event.type() + " is longer than " + LONGEST_KEY);
		}
		String data = this.json.writeValueAsString(event.data());
		if (data.getBytes(StandardCharsets.UTF_8).length > this.maxBody) {
			throw new IllegalArgumentException(event.type() + " is larger than " + this.maxBody + " bytes");
		}
		return new NewRow(event.topic(), event.key(), event.type(), data, event.bulk());
	}

	private record AfterCommit(CommitSignals signals, Priority priority) implements TransactionSynchronization {

		@Override
		public Mono<Void> afterCommit() {
			return Mono.fromRunnable(() -> this.signals.committed(this.priority));
		}

	}

}
