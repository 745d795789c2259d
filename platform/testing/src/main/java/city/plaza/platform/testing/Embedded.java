package city.plaza.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Servers without Docker: PostgreSQL as a process, Kafka in this JVM. */
final class Embedded {

	private Embedded() {
	}

	/**
	 * The wrapper switches synchronous_commit off, which would hide lost writes; fsync is
	 * off because a test's data need not outlive the machine.
	 */
	static PostgresServer startPostgres() {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("fsync", "off")
				.setServerConfig("full_page_writes", "off")
				.setServerConfig("max_connections", "200")
				.setServerConfig("timezone", "UTC")
				.setPGStartupWait(Duration.ofSeconds(60))
				.start();
			return new PostgresServer("localhost", server.getPort(), "postgres", "postgres");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Embedded PostgreSQL does not start", ex);
		}
	}

	static String startKafka() {
		EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 3);
		broker.brokerProperties(Map.of("auto.create.topics.enable", "false", "group.initial.rebalance.delay.ms", "0",
				"offsets.topic.num.partitions", "4", "transaction.state.log.num.partitions", "4"));
		broker.afterPropertiesSet();
		Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
		return broker.getBrokersAsString();
	}

}
