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
import org.springframework.r2dbc.core.DatabaseClient;

/** Outbox, relay and listeners of a service. */
@AutoConfiguration
@EnableConfigurationProperties(EventsSettings.class)
class EventsAutoConfiguration {

	@Bean
	Outbox outbox(DatabaseClient database, WakeUps wakeUps, JsonMapper json, EventsSettings settings,
			@Value("${spring.application.name}") String service) {
		return new TransactionalOutbox(new OutboxRows(database), wakeUps, json, Clock.systemUTC(), "/" + service,
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
	WakeUps wakeUps(ConnectionFactory service) {
		return new WakeUps(RelayConnections.single(service));
	}

	@Bean
	KafkaSender kafkaSender(ProducerFactory<?, ?> producers) {
		return new KafkaSender(producers);
	}

	@Bean
	Relays relays(ConnectionFactory service, ProducerFactory<?, ?> producers, KafkaSender sender, Topics topics,
			EventMetrics metrics, EventsSettings settings) {
		return new Relays(service, Lease.of(settings.lease(), producers.getConfigurationProperties()), sender, topics,
				metrics, settings);
	}

	@Bean
	RelayLoop relayLoop(Relays relays, WakeUps wakeUps, Topics topics, EventsSettings settings) {
		return new RelayLoop(relays.of(Priority.NORMAL), wakeUps, topics, settings.poll());
	}

	@Bean
	RelayLoop bulkRelayLoop(Relays relays, WakeUps wakeUps, Topics topics, EventsSettings settings) {
		return new RelayLoop(relays.of(Priority.BULK), wakeUps, topics, settings.poll());
	}

	@Bean
	Housekeeping housekeeping(DatabaseClient database, EventMetrics metrics, EventsSettings settings) {
		return new Housekeeping(new OutboxBacklog(database), new InboxRows(database), metrics, settings);
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
	EventsHealth eventsHealthIndicator(Subscriptions subscriptions, EventMetrics metrics) {
		return new EventsHealth(subscriptions.states(), metrics);
	}

	@Bean
	DeadLetterReplays deadLetterReplays(Receptions receptions, Listeners listeners, EventsSettings settings) {
		return new DeadLetterReplays(receptions.map(listeners::replay), settings.replay());
	}

}
