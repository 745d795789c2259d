package city.plaza.platform.events;

import java.time.Clock;

import city.plaza.platform.database.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.r2dbc.spi.ConnectionFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Outbox, relay and listeners of a service. */
@AutoConfiguration
@EnableConfigurationProperties(EventsSettings.class)
class EventsAutoConfiguration {

	@Bean
	Outbox outbox(DatabaseClient database, JsonMapper json, EventsSettings settings,
			@Value("${spring.application.name}") String service) {
		return new TransactionalOutbox(new OutboxRows(database), json, Clock.systemUTC(), "/" + service,
				settings.maxBody().toBytes());
	}

	@Bean
	EventMetrics eventMetrics(ObjectProvider<MeterRegistry> registry) {
		return new EventMetrics(registry.getIfAvailable(() -> Metrics.globalRegistry));
	}

	@Bean
	Consumptions consumptions(ObjectProvider<Subscription> subscriptions,
			@Value("${spring.application.name}") String service) {
		return Consumptions.of(subscriptions.orderedStream().toList(), service);
	}

	@Bean
	Topics eventTopics(KafkaAdmin admin, EventsSettings settings, Consumptions consumptions) {
		return new Topics(admin, settings, consumptions.all());
	}

	@Bean
	RelayConnections relayConnections(ConnectionFactory service) {
		return new RelayConnections(service);
	}

	@Bean
	KafkaSender kafkaSender(ProducerFactory<?, ?> producers) {
		return new KafkaSender(producers);
	}

	@Bean
	RelayLoop relayLoop(RelayConnections connections, Topics topics, KafkaSender sender, EventMetrics metrics,
			EventsSettings settings) {
		ConnectionFactory claiming = connections.claiming();
		Relay relay = new Relay(new OutboxRows(DatabaseClient.create(claiming)),
				TransactionalOperator.create(new R2dbcTransactionManager(claiming)), topics, sender, metrics,
				settings.batch());
		return new RelayLoop(relay, new WakeUps(connections.single()), topics, settings.poll());
	}

	@Bean
	Housekeeping housekeeping(DatabaseClient database, EventMetrics metrics, EventsSettings settings) {
		return new Housekeeping(new OutboxRows(database), new InboxRows(database), metrics, settings);
	}

	@Bean
	Receptions receptions(Consumptions consumptions, DatabaseClient database, Transactions transactions,
			JsonMapper json, EventMetrics metrics, EventsSettings settings) {
		EventReader reader = new EventReader(json, settings.maxBody().toBytes());
		InboxRows inbox = new InboxRows(database);
		return Receptions.of(consumptions,
				(subscription) -> new Reception(subscription, reader, transactions, inbox, metrics));
	}

	@Bean
	Listeners listeners(ConsumerFactory<?, ?> consumers, KafkaSender sender, EventMetrics metrics,
			EventsSettings settings) {
		return new Listeners(consumers.getConfigurationProperties(), sender.kafka(), metrics, settings);
	}

	@Bean
	Subscriptions subscriptions(Receptions receptions, Listeners listeners) {
		return new Subscriptions(receptions.map(listeners::listener));
	}

	@Bean
	EventsHealth eventsHealthIndicator(Subscriptions subscriptions) {
		return new EventsHealth(subscriptions.states());
	}

	@Bean
	DeadLetterReplays deadLetterReplays(Receptions receptions, Listeners listeners, EventsSettings settings) {
		return new DeadLetterReplays(receptions.map(listeners::replay), settings.replay());
	}

}
