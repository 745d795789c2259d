package city.plaza.platform.testing;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers in containers, of the same images that docker-compose.yml runs. */
final class Containers {

	private static final String POSTGRES_IMAGE = "postgres:18";

	private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

	private Containers() {
	}

	static PostgresServer startPostgres() {
		PostgreSQLContainer server = started(new PostgreSQLContainer(POSTGRES_IMAGE).withCommand("postgres", "-c",
				"fsync=off", "-c", "max_connections=200", "-c", "timezone=UTC"));
		return new PostgresServer(server.getHost(), server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
				server.getUsername(), server.getPassword());
	}

	static String startKafka() {
		return started(new KafkaContainer(KAFKA_IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
			.withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")).getBootstrapServers();
	}

	private static <T extends GenericContainer<?>> T started(T container) {
		container.start();
		// Testcontainers' own cleaner may be switched off.
		Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
		return container;
	}

}
