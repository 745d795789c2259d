package city.plaza.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import city.plaza.local.cache.MakeCaches;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.Layer;
import city.plaza.local.suite.Program;
import city.plaza.local.suite.UsageException;
import city.plaza.local.topology.Ports;
import city.plaza.local.topology.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SuiteTests {

	@TempDir
	Path directory;

	private Place place;

	@BeforeEach
	void createTree() throws IOException {
		this.place = new Place(this.directory, new Home(this.directory.resolve(".plaza")), new Ports(-7), false);
		Files.createDirectories(this.directory.resolve("local/target/lib"));
	}

	@Test
	void namesWhatHasNotBeenBuilt() throws IOException {
		for (Service service : Service.values()) {
			if (service != Service.BILLING && service != Service.PORTAL) {
				build(service);
			}
		}
		assertThatThrownBy(() -> Suite.programs(this.place)).isInstanceOf(UsageException.class)
			.hasMessage("There is no jar yet of billing-service, portal: build first, with mvn -Dquick package.");
	}

	@Test
	void consistsOfTheServersAndAllServicesOnceEach() throws IOException {
		List<Program> programs = programs();
		assertThat(programs).extracting(Program::name)
			.containsExactly("postgres", "kafka", "inbox", "sign-in-provider", "discovery", "identity-service",
					"account-link-service", "billing-service", "notification-service", "portal", "gateway");
		assertThat(programs).extracting(Program::layer).isSorted();
		assertThat(programs).filteredOn((program) -> program.layer() == Layer.GATEWAY).hasSize(1);
	}

	@Test
	void listensOnEveryPortThatItPublishesAndOnNoOther() throws IOException {
		List<Integer> ports = new ArrayList<>();
		programs().forEach((program) -> ports.addAll(program.ports()));
		assertThat(ports).containsExactlyInAnyOrderElementsOf(this.place.ports().byLabel().values());
	}

	@Test
	void startsEachServiceFromItsUnpackedJarWithItsMark() throws IOException {
		for (Program program : programs()) {
			assertThat(this.place.home().owns(program.name(), String.join(" ", program.command()))).isTrue();
		}
		List<String> gateway = programs().getLast().command();
		assertThat(gateway.subList(gateway.size() - 2, gateway.size())).first().isEqualTo("-jar");
		assertThat(Path.of(gateway.getLast()).startsWith(this.directory.resolve("local/target/suite/gateway")))
			.isTrue();
		assertThat(gateway.getLast()).endsWith("/plaza-gateway-1.jar");
	}

	@Test
	void startsFromItsClassCacheOnceThereIsOne() throws IOException {
		assertThat(missingCaches()).isEqualTo(10);
		Path unpacked = Files.createDirectories(Path.of(command("portal").getLast()).getParent());
		Files.createFile(unpacked.resolve("unfinished.aot"));
		assertThat(command("portal")).noneMatch((option) -> option.contains("AOT"));
		Path cache = Files.createFile(unpacked.resolve("classes.aot"));
		assertThat(command("portal")).contains("-XX:AOTCache=" + cache);
		assertThat(command("gateway")).noneMatch((option) -> option.contains("AOT"));
		assertThat(missingCaches()).isEqualTo(9);
	}

	private int missingCaches() throws IOException {
		return MakeCaches.missing(this.place.home(), programs()).count();
	}

	private List<String> command(String name) throws IOException {
		return programs().stream().filter((program) -> program.name().equals(name)).findFirst().orElseThrow().command();
	}

	private List<Program> programs() throws IOException {
		for (Service service : Service.values()) {
			build(service);
		}
		return Suite.programs(this.place);
	}

	private void build(Service service) throws IOException {
		Path target = Files.createDirectories(this.directory.resolve(service.module()).resolve("target"));
		Path jar = target.resolve("plaza-" + service.module() + "-1.jar");
		if (!Files.exists(jar)) {
			Files.writeString(jar, "");
		}
	}

}
