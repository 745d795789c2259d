package city.plaza.platform.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Where PostgreSQL and Kafka come from: containers of the versions that production runs,
 * where Docker answers, else the same servers as processes and threads of the test's own.
 * {@code PLAZA_TEST_SERVERS=containers} or {@code =embedded}, as a system property or in
 * the environment, decides it by force.
 */
enum ServerKind {

	CONTAINERS("PostgreSQL and Kafka in containers") {

		@Override
		PostgresServer startPostgres() {
			return Containers.startPostgres();
		}

		@Override
		String startKafka() {
			return Containers.startKafka();
		}

	},

	EMBEDDED("embedded PostgreSQL and Kafka") {

		@Override
		PostgresServer startPostgres() {
			return Embedded.startPostgres();
		}

		@Override
		String startKafka() {
			return Embedded.startKafka();
		}

	};

	private static final Logger log = LoggerFactory.getLogger(ServerKind.class);

	static final String VARIABLE = "PLAZA_TEST_SERVERS";

	private final String described;

	ServerKind(String described) {
		this.described = described;
	}

	/** Starts PostgreSQL, to be stopped with this JVM. */
	abstract PostgresServer startPostgres();

	/** Starts Kafka, to be stopped with this JVM, and gives its bootstrap servers. */
	abstract String startKafka();

	String described() {
		return this.described;
	}

	static ServerKind chosen() {
		String forced = System.getProperty(VARIABLE, System.getenv(VARIABLE));
		if (forced != null && !forced.isBlank()) {
			return of(forced);
		}
		return dockerAnswers() ? CONTAINERS : EMBEDDED;
	}

	static ServerKind of(String forced) {
		return Arrays.stream(values())
			.filter((kind) -> kind.name().equalsIgnoreCase(forced.strip()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					VARIABLE + " is '" + forced + "'; it has to be 'containers' or 'embedded'"));
	}

	// Testcontainers complains at length when there is no Docker: it is asked only where
	// a
	// socket lies.
	private static boolean dockerAnswers() {
		try {
			return mayBeThere(System.getenv("DOCKER_HOST")) && DockerClientFactory.instance().isDockerAvailable();
		}
		catch (RuntimeException ex) {
			log.warn("Docker is there, but no container can be run: {}", ex.toString());
			return false;
		}
	}

	private static boolean mayBeThere(@Nullable String dockerHost) {
		if (dockerHost == null || dockerHost.isBlank()) {
			return Files.exists(Path.of("/var/run/docker.sock"));
		}
		URI uri = URI.create(dockerHost);
		return !"unix".equals(uri.getScheme()) || Files.exists(Path.of(uri.getPath()));
	}

}
