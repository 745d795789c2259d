package city.plaza.benchmarks.suite;

import java.net.URI;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * What the benchmarks need to know of the running suite, of all that
 * {@code ./plaza info --json} prints.
 *
 * @param ports by the name of the program that listens on each
 * @param databasePasswords by the name of the database and of its user; {@code postgres}
 * is the superuser
 * @param demoResident the resident of the sample data
 * @param staff of finance
 * @param sample the customer of the sample data
 * @param dataDirectory where the suite keeps its data and logs
 * @param processes that run now
 */
record Description(URI gateway, Map<String, Integer> ports, Map<String, String> databasePasswords, Account demoResident,
		Account staff, Customer sample, String dataDirectory, List<RunningProcess> processes) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Description read(String json) {
		return JSON.readValue(json, Description.class);
	}

	int port(String program) {
		Integer port = this.ports.get(program);
		if (port == null) {
			throw new IllegalArgumentException("no program " + program + " has a port");
		}
		return port;
	}

	long process(String program) {
		return this.processes.stream()
			.filter((process) -> process.name().equals(program))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no process " + program))
			.pid();
	}

	/** Who can sign in. */
	record Account(String email, String password) {
	}

	/** A customer of the sample data. */
	record Customer(String customerNumber, String name) {
	}

	/** A program of the suite. */
	record RunningProcess(String name, long pid) {
	}

}
