package city.plaza.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import city.plaza.local.suite.Condition;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.ProgramStatus;
import city.plaza.local.suite.StateFile;
import city.plaza.local.topology.Accounts;
import city.plaza.local.topology.Database;
import city.plaza.local.topology.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class InfoTests {

	@TempDir
	Path directory;

	private final Screen screen = new Screen(false);

	private Home home;

	@BeforeEach
	void createHome() throws IOException {
		this.home = new Home(this.directory.resolve("\u5e02 \"quoted\""));
		this.home.create();
	}

	@Test
	void describesASuiteThatDoesNotRun() throws IOException {
		Facts facts = facts(0);
		assertThat(facts.gateway()).isEqualTo("http://localhost:8080");
		assertThat(facts.inbox()).isEqualTo("http://localhost:18025/dev/inbox");
		assertThat(facts.eureka()).isEqualTo("http://localhost:18761");
		assertThat(facts.ports()).containsEntry("billing-service", 18_083)
			.containsEntry("postgres", 15_432)
			.hasSize(14);
		assertThat(facts.databasePasswords())
			.containsOnlyKeys("identity", "account_link", "billing", "notification", "postgres")
			.containsEntry("billing", Database.PASSWORD)
			.containsEntry("postgres", Database.SUPERUSER_PASSWORD);
		assertThat(facts.demoResident()).isEqualTo(new Account(Accounts.RESIDENT_EMAIL, Accounts.RESIDENT_PASSWORD));
		assertThat(facts.staff()).isEqualTo(new Account(Accounts.STAFF_EMAIL, Accounts.STAFF_PASSWORD));
		assertThat(facts.dataDirectory()).isEqualTo(this.home.directory().toString());
		assertThat(facts.processes()).isEmpty();
	}

	@Test
	void followsTheOffsetOfThePortsEverywhere() throws IOException {
		Facts facts = facts(1_000);
		assertThat(facts.gateway()).isEqualTo("http://localhost:9080");
		assertThat(facts.inbox()).isEqualTo("http://localhost:19025/dev/inbox");
		assertThat(facts.eureka()).isEqualTo("http://localhost:19761");
		assertThat(facts.ports()).containsEntry("gateway", 9_080);
	}

	@ParameterizedTest
	@EnumSource
	void showsEachProgramAsItStands(Condition condition) throws IOException {
		new StateFile(this.home).write(new StateFile.State(condition == Condition.READY, 0,
				List.of(new ProgramStatus("portal", 4711, 18_085, condition, 2, 5_400))));
		assertThat(facts(0).processes())
			.containsExactly(new RunningProcess("portal", 4711, 18_085, condition.name().toLowerCase(Locale.ROOT), 2));
	}

	@Test
	void showsNoProgramWhereTheStateIsHalfWritten() throws IOException {
		Files.writeString(this.home.state(), "{\"ready\":true,\"programs\":[{");
		assertThat(facts(0).processes()).isEmpty();
	}

	@Test
	void writesForPeopleUnlessAskedForJson() throws IOException {
		assertThat(new Info(place(1_000), this.screen.terminal()).run(false)).isZero();
		assertThat(this.screen.text())
			.contains("http://localhost:9080/api/docs", "http://localhost:19025/dev/inbox", "http://localhost:19761",
					Accounts.RESIDENT_EMAIL, Accounts.STAFF_PASSWORD, "data stays in " + this.home.directory())
			.doesNotContain("%");
	}

	private Facts facts(int offset) throws IOException {
		assertThat(new Info(place(offset), this.screen.terminal()).run(true)).isZero();
		return JsonMapper.builder().build().readValue(this.screen.text(), Facts.class);
	}

	private Place place(int offset) {
		return new Place(this.directory, this.home, new Ports(offset), false);
	}

	private record Facts(String gateway, String inbox, String eureka, Map<String, Integer> ports,
			Map<String, String> databasePasswords, Account demoResident, Account staff, String dataDirectory,
			List<RunningProcess> processes) {
	}

	private record Account(String email, String password) {
	}

	private record RunningProcess(String name, long pid, int port, String state, int restarts) {
	}

}
