package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import city.plaza.local.api.Answer;
import city.plaza.local.api.Client;
import city.plaza.local.api.InboxReader;
import city.plaza.local.api.Poll;
import city.plaza.local.api.Residents;
import city.plaza.local.service.Accounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running suite, as its own description tells, with a resident who has bills. */
public final class Suite {

	private static final String CUSTOMER = "100234";

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final int CREATED = 201;

	private static final int OK = 200;

	private final JsonNode facts;

	private final Residents residents;

	private Suite(JsonNode facts) {
		this.facts = facts;
		URI gateway = URI.create(gateway(""));
		this.residents = new Residents(Client.of(gateway), new InboxReader(gateway));
	}

	/**
	 * Reads what {@code ./plaza info --json} printed.
	 * @param json as it stands
	 */
	public static Suite described(String json) {
		return new Suite(JsonMapper.builder().build().readTree(json));
	}

	/**
	 * An address behind the gateway; by number, so that no look-up of a name is measured.
	 */
	public String gateway(String path) {
		return "http://127.0.0.1:" + port("gateway") + path;
	}

	/** An address of a service, past the gateway. */
	public String service(String name, String path) {
		return "http://127.0.0.1:" + port(name) + path;
	}

	public int port(String name) {
		return this.facts.path("ports").path(name).asInt();
	}

	/** The process that runs a service. */
	public long process(String name) {
		for (JsonNode process : this.facts.path("processes")) {
			if (process.path("name").asString("").equals(name)) {
				return process.path("pid").asLong();
			}
		}
		throw new IllegalArgumentException("no process " + name);
	}

	/** An access token of the sample resident, good for five minutes. */
	public String residentToken() throws InterruptedException {
		return this.residents.trySignIn(Accounts.RESIDENT_EMAIL, Accounts.RESIDENT_PASSWORD)
			.expect(CREATED)
			.text("/accessToken");
	}

	/** The cookie of a browser in which the sample resident is signed in. */
	public String residentCookie() throws InterruptedException {
		Answer session = Client.of(URI.create(service("identity-service", "")))
			.post("/internal/v1/browser-sessions",
					Map.of("email", Accounts.RESIDENT_EMAIL, "password", Accounts.RESIDENT_PASSWORD))
			.expect(CREATED);
		return "__Host-plaza=" + session.text("/sessionToken");
	}

	/**
	 * Links the sample customer to the sample resident, so that there are bills to see.
	 */
	public void linkSample() throws InterruptedException {
		Client resident = Client.of(URI.create(gateway(""))).with(residentToken());
		resident.post("/api/v1/customer-links", Map.of("number", CUSTOMER, "name", "EXAMPLE CUSTOMER"));
		Poll.until("the sample's bills", LIMIT, () -> resident.get(bills()), (answer) -> answer.status() == OK);
	}

	/** The path of the sample customer's bills. */
	public String bills() {
		return "/api/v1/customers/" + CUSTOMER + "/bills";
	}

	/** Stops a process without ending it: it keeps its sockets and answers nothing. */
	public void freeze(String name) throws IOException, InterruptedException {
		signal("STOP", name);
	}

	/** Lets a frozen process go on. */
	public void thaw(String name) throws IOException, InterruptedException {
		signal("CONT", name);
	}

	private void signal(String signal, String name) throws IOException, InterruptedException {
		Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process(name))).redirectErrorStream(true)
			.start();
		String said = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (kill.waitFor() != 0) {
			throw new IOException("kill -" + signal + " " + name + ": " + said);
		}
	}

}
