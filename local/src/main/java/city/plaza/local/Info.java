package city.plaza.local;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import city.plaza.local.topology.Accounts;
import city.plaza.local.suite.ProgramStatus;
import city.plaza.local.topology.Ports;
import city.plaza.local.suite.StateFile;
import city.plaza.local.terminal.Terminal;
import city.plaza.local.topology.Database;
import city.plaza.local.topology.Port;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints addresses, accounts and samples, for people or as JSON. */
final class Info {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Place place;

	private final Terminal terminal;

	Info(Place place, Terminal terminal) {
		this.place = place;
		this.terminal = terminal;
	}

	int run(boolean json) throws IOException {
		this.terminal.line(json ? json() : Guide.text(this.place));
		return 0;
	}

	String json() {
		return JSON.writeValueAsString(facts());
	}

	private Facts facts() {
		Ports ports = this.place.ports();
		String gateway = ports.gatewayUrl();
		List<ProgramStatus> programs = new StateFile(this.place.home()).read()
			.map(StateFile.State::programs)
			.orElse(List.of());
		return new Facts(gateway, this.place.inbox() + "/dev/inbox", "http://localhost:" + ports.of(Port.DISCOVERY),
				ports.byLabel(), databasePasswords(), new Resident(Accounts.RESIDENT_EMAIL, Accounts.RESIDENT_PASSWORD),
				new Staff(Accounts.STAFF_EMAIL, Accounts.STAFF_PASSWORD, List.of(Accounts.STAFF_ROLE)),
				new Sample("100234", "100234-001", "EXAMPLE CUSTOMER", List.of("62825", "62826")),
				new Cards("4242424242424242", "4000000000000002", "4000000000000119"),
				this.place.home().directory().toString(), programs.stream().map(Info::process).toList());
	}

	private static Map<String, String> databasePasswords() {
		Map<String, String> passwords = new HashMap<>();
		for (Database database : Database.values()) {
			passwords.put(database.lowerName(), Database.PASSWORD);
		}
		// A benchmark has the server log what a service asks it.
		passwords.put("postgres", Database.SUPERUSER_PASSWORD);
		return passwords;
	}

	private static RunningProcess process(ProgramStatus program) {
		return new RunningProcess(program.name(), program.pid(), program.port(),
				program.state().name().toLowerCase(Locale.ROOT), program.restarts());
	}

	private record Facts(String gateway, String inbox, String eureka, Map<String, Integer> ports,
			Map<String, String> databasePasswords, Resident demoResident, Staff staff, Sample sample, Cards cards,
			String dataDirectory, List<RunningProcess> processes) {
	}

	private record Resident(String email, String password) {
	}

	private record Staff(String email, String password, List<String> roles) {
	}

	private record Sample(String customerNumber, String accountNumber, String name, List<String> bills) {
	}

	private record Cards(String accepted, String declined, String fails) {
	}

	private record RunningProcess(String name, long pid, int port, String state, int restarts) {
	}

}
