package city.plaza.local;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.local.server.Databases;
import city.plaza.local.service.Accounts;
import city.plaza.local.suite.ProgramStatus;
import city.plaza.local.suite.Ports;
import city.plaza.local.suite.StateFile;
import city.plaza.local.terminal.Terminal;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells addresses, accounts and samples, for people or for programs. */
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
		String gateway = "http://localhost:" + ports.gateway();
		List<ProgramStatus> programs = new StateFile(this.place.home()).read()
			.map(StateFile.State::programs)
			.orElse(List.of());
		return new Facts(gateway, this.place.inbox() + "/dev/inbox", "http://localhost:" + ports.discovery(),
				ports.byName(), databasePasswords(), new Resident(Accounts.RESIDENT_EMAIL, Accounts.RESIDENT_PASSWORD),
				new Staff(Accounts.STAFF_EMAIL, Accounts.STAFF_PASSWORD, List.of(Accounts.STAFF_ROLE)),
				new Sample("100234", "100234-001", "EXAMPLE CUSTOMER", List.of("62825", "62826")),
				new Cards("4242424242424242", "4000000000000002", "4000000000000119"),
				this.place.home().directory().toString(), programs.stream().map(Info::process).toList());
	}

	private static Map<String, String> databasePasswords() {
		return Databases.NAMES.stream().collect(Collectors.toMap(Function.identity(), Databases::password));
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
