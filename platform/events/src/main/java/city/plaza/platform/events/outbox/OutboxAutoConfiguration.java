package city.plaza.platform.events.outbox;

import java.time.Duration;

import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.KafkaClients;
import city.plaza.platform.events.PeriodicTask;
import city.plaza.platform.events.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.r2dbc.spi.ConnectionFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a service writes, and its way to Kafka. */
@AutoConfiguration
class OutboxAutoConfiguration {

	private static final Duration MEASURING = Duration.ofSeconds(2);

	private static final Duration CLEANING = Duration.ofMinutes(10);

	@Bean
	Outbox outbox(DatabaseClient database, CommitSignals signals, JsonMapper json, EventsSettings settings,
			@Value("${spring.application.name}") String service) {
		return new TransactionalOutbox(new OutboxRows(database), signals, json, "/" + service,
				settings.maxBody().toBytes());
	}

	@Bean
	OutboxMetrics outboxMetrics(ObjectProvider<MeterRegistry> meters) {
		return new OutboxMetrics(meters.getIfAvailable(() -> Metrics.globalRegistry));
	}

	@Bean
	CommitSignals commitSignals(ConnectionFactory service) {
		return new CommitSignals(RelayConnections.forSignals(service));
	}

	@Bean
	KafkaSender kafkaSender(KafkaClients kafka) {
		return new KafkaSender(kafka);
	}

	@Bean
	Relays relays(ConnectionFactory service, ProducerFactory<?, ?> producers, KafkaSender sender, Topics topics,
			OutboxMetrics metrics, EventsSettings settings) {
		return new Relays(service, Lease.of(settings.lease(), producers.getConfigurationProperties()), sender, topics,
				metrics, settings);
	}

	@Bean
	RelayLoop relayLoop(Relays relays, CommitSignals signals, Topics topics, EventsSettings settings) {
		return new RelayLoop(relays.of(Priority.NORMAL), signals, topics, settings.poll());
	}

	@Bean
	RelayLoop bulkRelayLoop(Relays relays, CommitSignals signals, Topics topics, EventsSettings settings) {
		return new RelayLoop(relays.of(Priority.BULK), signals, topics, settings.poll());
	}

	@Bean
	OutboxHousekeeping outboxHousekeeping(DatabaseClient database, OutboxMetrics metrics) {
		return new OutboxHousekeeping(new OutboxBacklog(database), metrics);
	}

	@Bean
	PeriodicTask outboxMeasuring(OutboxHousekeeping housekeeping) {
		return new PeriodicTask(MEASURING, housekeeping.measure());
	}

	@Bean
	PeriodicTask outboxCleaning(OutboxHousekeeping housekeeping) {
		return new PeriodicTask(CLEANING, housekeeping.clean());
	}

}
