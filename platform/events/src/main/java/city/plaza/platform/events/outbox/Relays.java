package city.plaza.platform.events.outbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.topic.Topics;
import io.r2dbc.spi.ConnectionFactory;

import org.springframework.r2dbc.core.DatabaseClient;

/** A relay of each priority, with a connection of its own. */
class Relays implements AutoCloseable {

	private final Map<Priority, RelayConnections> connections = new EnumMap<>(Priority.class);

	private final Map<Priority, Relay> relays = new EnumMap<>(Priority.class);

	Relays(ConnectionFactory service, Lease lease, KafkaSender sender, Topics topics, OutboxMetrics metrics,
			EventsSettings settings) {
		for (Priority priority : Priority.values()) {
			RelayConnections own = new RelayConnections(service, lease);
			this.connections.put(priority, own);
			DatabaseClient database = DatabaseClient.create(own.claiming());
			OutboxRows rows = new OutboxRows(database);
			ClaimRows claims = new ClaimRows(priority, new OutboxLanes(database), rows, own.claiming(), lease,
					settings.batch());
			this.relays.put(priority, new Relay(claims, sender.of(priority), new SettleRows(topics, metrics)));
		}
	}

	Relay of(Priority priority) {
		return Objects.requireNonNull(this.relays.get(priority));
	}

	@Override
	public void close() {
		this.connections.values().forEach(RelayConnections::close);
	}

}
