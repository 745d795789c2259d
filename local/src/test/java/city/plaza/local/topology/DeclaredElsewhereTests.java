package city.plaza.local.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the services, deploy/ and the build declare for themselves, beside the topology.
 */
class DeclaredElsewhereTests {

	private static final List<String> TOPICS = Arrays.stream(Service.values())
		.flatMap((service) -> service.topics().stream())
		.toList();

	@ParameterizedTest
	@EnumSource
	void eachServiceHasItsNameItsDatabaseAndItsTopics(Service service) {
		Map<String, String> settings = RepositoryFiles.yaml(service.module() + "/src/main/resources/application.yml");
		List<String> topics = settings.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().matches("plaza\\.events\\.topics\\[\\d+\\]\\.name"))
			.map(Map.Entry::getValue)
			.toList();
		assertThat(settings).containsEntry("spring.application.name", service.module());
		assertThat(settings.getOrDefault("plaza.database.name", ""))
			.isEqualTo(service.database().map(Database::lowerName).orElse(""));
		assertThat(topics).isEqualTo(service.topics());
	}

	@Test
	void servicesUseTheDatabasesPasswordByDefault() {
		assertThat(RepositoryFiles.text("platform/database/src/main/resources/plaza-database.yml"))
			.contains("${PLAZA_DB_PASSWORD:" + Database.PASSWORD + "}");
	}

	@Test
	void databasesSqlCreatesTheSameDatabases() {
		List<String> statements = new ArrayList<>();
		for (Database database : Database.values()) {
			statements.add(database.createUser() + ";");
			database.create().forEach((sql) -> statements.add(sql + ";"));
		}
		assertThat(RepositoryFiles.lines("deploy/databases.sql")).isEqualTo(statements);
	}

	@Test
	void everyOwnerMayWriteItsTopics() {
		List<String[]> grants = grants("Write");
		for (Service service : Service.values()) {
			assertThat(service.topics()).as(service.module())
				.allSatisfy((topic) -> assertThat(grants)
					.anyMatch((grant) -> grant[0].equals(service.module()) && covers(grant[2], topic)));
		}
	}

	@Test
	void everyTopicGrantedForReadingHasAnOwner() {
		assertThat(grants("Read").stream().map((grant) -> grant[2]).filter((name) -> !name.endsWith("."))).isNotEmpty()
			.allSatisfy((topic) -> assertThat(TOPICS).contains(topic));
	}

	@Test
	void everyTopicHasAContract() {
		assertThat(TOPICS).allSatisfy((topic) -> assertThat(Path.of("../contracts", topic)).isDirectory());
	}

	@Test
	void discoveryKnowsAPasswordOfEveryService() {
		assertThat(RepositoryFiles.yaml("discovery/src/main/resources/application.yml").keySet())
			.filteredOn((path) -> path.startsWith("plaza.discovery.passwords."))
			.map((path) -> path.substring("plaza.discovery.passwords.".length()))
			.containsExactlyInAnyOrderElementsOf(Stream
				.concat(Stream.of("operator"),
						Arrays.stream(Service.values())
							.filter((service) -> service != Service.DISCOVERY)
							.map(Service::module))
				.toList());
	}

	@ParameterizedTest
	@EnumSource
	void theScriptAndTheSystemTestsBuildEachService(Service service) {
		assertThat(RepositoryFiles.lines("plaza")).filteredOn((line) -> line.startsWith("modules=\""))
			.singleElement()
			.asString()
			.containsPattern("[\" ]" + service.module() + "[\" ]");
		assertThat(RepositoryFiles.text("pom.xml")).contains("<module>" + service.module() + "</module>");
		assertThat(RepositoryFiles.text("system-tests/pom.xml"))
			.contains("<artifactId>plaza-" + service.module() + "</artifactId>");
	}

	/** Rows of service, resource, name and operations. */
	private static List<String[]> grants(String operation) {
		return RepositoryFiles.lines("deploy/kafka-acls.csv")
			.stream()
			.map((line) -> line.split(",", 4))
			.filter((grant) -> grant[1].equals("topic") && List.of(grant[3].split(" ", -1)).contains(operation))
			.toList();
	}

	/** A name that ends with a dot is a prefix. */
	private static boolean covers(String name, String topic) {
		return name.endsWith(".") ? topic.startsWith(name) : topic.equals(name);
	}

}
