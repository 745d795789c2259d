package city.plaza.platform.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import city.plaza.platform.database.Codes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/** Writes entries in the transaction of what they describe. */
class TransactionalTrail implements AuditTrail {

	private final AuditEntries entries;

	private final AuditKeys keys;

	private final boolean clientAddress;

	private final JsonMapper json;

	private final Clock clock;

	TransactionalTrail(AuditEntries entries, AuditKeys keys, boolean clientAddress, JsonMapper json, Clock clock) {
		this.entries = entries;
		this.keys = keys;
		this.clientAddress = clientAddress;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public Mono<Void> record(NewEntry entry) {
		return inTransaction().then(Mono.deferContextual((context) -> {
			AuditRow row = row(entry, this.clientAddress ? ClientNetwork.in(context).orElse(null) : null);
			return this.entries.add(row, this.keys.mac(row).orElseThrow());
		}));
	}

	private AuditRow row(NewEntry entry, @Nullable String client) {
		return new AuditRow(UUID.randomUUID(), this.clock.instant().truncatedTo(ChronoUnit.MICROS),
				entry.actor().account(), entry.actor().role(), entry.action().code(), entry.subjectType(),
				entry.subjectId(), client, Codes.of(entry.outcome()), this.json.writeValueAsString(entry.details()),
				this.keys.current());
	}

	private static Mono<TransactionSynchronizationManager> inTransaction() {
		return TransactionSynchronizationManager.forCurrentTransaction()
			.filter(TransactionSynchronizationManager::isActualTransactionActive)
			.switchIfEmpty(Mono.error(() -> new NoTransactionException("none is active")))
			.onErrorMap(NoTransactionException.class, (none) -> new IllegalStateException(
					"An entry is written in the transaction of what it describes, and there is none", none));
	}

}
