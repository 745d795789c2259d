package city.plaza.local.topology;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** docker-compose.yml and what it is built from, beside the topology. */
class ComposeTests {

	private final Map<String, String> compose = RepositoryFiles.yaml("docker-compose.yml");

	@Test
	void runsEveryServiceAndServerAndNothingElse() {
		Set<String> expected = Stream
			.concat(Stream.of(Port.POSTGRES, Port.KAFKA, Port.INBOX).map(Port::label),
					Arrays.stream(Service.values()).map(Service::module))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> names = this.compose.keySet()
			.stream()
			.filter((path) -> path.startsWith("services."))
			.map((path) -> path.split("\\.")[1])
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(names).isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource
	void buildsEachServiceFromItsModule(Service service) {
		assertThat(value(service, "build.args.MODULE")).isEqualTo(service.module());
		assertThat(value(service, "environment.SPRING_PROFILES_ACTIVE")).isEqualTo("development");
	}

	@ParameterizedTest
	@EnumSource
	void startsAServiceWithADatabaseAfterItsServers(Service service) {
		if (service.database().isPresent()) {
			assertThat(value(service, "depends_on.postgres.condition")).isEqualTo("service_healthy");
			assertThat(value(service, "depends_on.kafka.condition")).isEqualTo("service_healthy");
			assertThat(value(service, "environment.PLAZA_DB_HOST")).isEqualTo(Port.POSTGRES.label());
			assertThat(value(service, "environment.PLAZA_KAFKA_SERVERS")).isEqualTo(Port.KAFKA.label() + ":9092");
		}
	}

	@Test
	void findsDiscoveryAndTheInboxWhereTheyListen() {
		assertThat(value(Service.PORTAL, "environment.PLAZA_EUREKA_URL")).isEqualTo("http://%s:%s/eureka/"
			.formatted(Service.DISCOVERY.module(), value(Service.DISCOVERY, "environment.PORT")));
		assertThat(RepositoryFiles.text("deploy/Inbox.Dockerfile"))
			.contains("INBOX_SMTP_ADDRESS=0.0.0.0:" + value(Service.NOTIFICATION, "environment.PLAZA_SMTP_PORT"))
			.contains("INBOX_HTTP_ADDRESS=0.0.0.0:8025");
		assertThat(value(Service.NOTIFICATION, "environment.PLAZA_SMTP_HOST")).isEqualTo(Port.INBOX.label());
		assertThat(value(Service.GATEWAY, "environment.PLAZA_DEV_INBOX_URL"))
			.contains("http://" + Port.INBOX.label() + ":8025");
	}

	@Test
	void hasTheSameAccounts() {
		String staff = "environment.PLAZA_IDENTITY_STAFF_0_";
		assertThat(value(Service.IDENTITY, staff + "EMAIL")).isEqualTo(Accounts.STAFF_EMAIL);
		assertThat(value(Service.IDENTITY, staff + "PASSWORD")).isEqualTo(Accounts.STAFF_PASSWORD);
		assertThat(value(Service.IDENTITY, staff + "ROLES_0")).isEqualTo(Accounts.STAFF_ROLE);
		String administrator = "environment.PLAZA_IDENTITY_STAFF_1_";
		assertThat(value(Service.IDENTITY, administrator + "EMAIL")).isEqualTo(Accounts.ADMINISTRATOR_EMAIL);
		assertThat(value(Service.IDENTITY, administrator + "PASSWORD")).isEqualTo(Accounts.ADMINISTRATOR_PASSWORD);
		assertThat(value(Service.IDENTITY, administrator + "ROLES_0")).isEqualTo(Accounts.ADMINISTRATOR_ROLE);
		assertThat(this.compose).containsEntry("services.postgres.environment.POSTGRES_PASSWORD",
				Database.SUPERUSER_PASSWORD);
	}

	@Test
	void publishesTheGatewayAndTheInboxOnThisMachineOnly() {
		Map<String, String> published = this.compose.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().contains(".ports"))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		assertThat(published).containsOnlyKeys("services.gateway.ports[0]", "services.inbox.ports[0]");
		assertThat(published.values()).allSatisfy(
				(port) -> assertThat(port).matches("(127\\.0\\.0\\.1|\\$\\{PLAZA_LISTEN:-127\\.0\\.0\\.1}):.*"));
	}

	@Test
	void runsTheSameKafka() {
		assertThat(this.compose).containsEntry("services.kafka.image", "apache/kafka:" + AppInfoParser.getVersion());
	}

	private String value(Service service, String path) {
		return this.compose.getOrDefault("services." + service.module() + "." + path, "");
	}

}
