package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import city.plaza.client.PlazaClient;
import city.plaza.client.Poll;
import city.plaza.client.ResidentClient;
import city.plaza.client.Tokens;
import city.plaza.client.UnexpectedResponse;
import tools.jackson.databind.json.JsonMapper;

/** The running suite, with a resident who has bills. */
public final class Suite {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int CONFLICT = 409;

	private final Description description;

	private final PlazaClient plaza;

	private Suite(Description description) {
		this.description = description;
		this.plaza = PlazaClient.at(description.gateway());
	}

	/**
	 * Reads what {@code ./plaza info --json} printed.
	 * @param json as it stands
	 */
	public static Suite described(String json) {
		return new Suite(Description.read(json));
	}

	/**
	 * An address behind the gateway; by number, so that no look-up of a name is measured.
	 */
	public String gateway(String path) {
		return service("gateway", path);
	}

	/** An address of a service, past the gateway. */
	public String service(String name, String path) {
		return "http://127.0.0.1:" + port(name) + path;
	}

	public int port(String program) {
		return this.description.port(program);
	}

	/** How a program of the suite runs. */
	public Jvm jvm(String program) throws IOException {
		return Jvm.of(this.description.process(program));
	}

	/** The processor time that a program and the processes below it have taken so far. */
	public Duration processorTime(String program) {
		return ProcessHandle.of(this.description.process(program))
			.map((process) -> Stream.concat(Stream.of(process), process.descendants()))
			.orElse(Stream.empty())
			.map((process) -> process.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
	}

	/**
	 * What all processes of the suite hold, those of PostgreSQL and the launcher's too.
	 */
	public Memory memory() throws IOException {
		ProcessHandle launcher = ProcessHandle.of(this.description.process("gateway"))
			.flatMap(ProcessHandle::parent)
			.orElseThrow(() -> new IOException("The gateway has ended"));
		return Memory.of(Stream.concat(Stream.of(launcher), launcher.descendants()).toList());
	}

	/** Where Linux shows the environment that a program was started in. */
	Path environment(String program) {
		return Path.of("/proc", Long.toString(this.description.process(program)), "environ");
	}

	public Databases databases() {
		return new Databases(port("postgres"), this.description.databasePasswords());
	}

	/** Where a program's log is. */
	Path log(String program) {
		return Path.of(this.description.dataDirectory(), "logs", program + ".log");
	}

	public String residentEmail() {
		return this.description.demoResident().email();
	}

	public String residentPassword() {
		return this.description.demoResident().password();
	}

	/** An access token of the sample resident, good for five minutes. */
	public String residentToken() throws InterruptedException {
		return signIn().accessToken();
	}

	/** An access token of finance staff, good for five minutes. */
	public String staffToken() throws InterruptedException {
		return this.plaza.signIn(this.description.staff().email(), this.description.staff().password()).accessToken();
	}

	/** The cookie of a browser in which the sample resident is signed in. */
	public String residentCookie() throws IOException, InterruptedException {
		byte[] account = JSON.writeValueAsBytes(Map.of("email", residentEmail(), "password", residentPassword()));
		HttpRequest signIn = HttpRequest
			.newBuilder(URI.create(service("identity-service", "/internal/v1/browser-sessions")))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(account))
			.build();
		try (HttpClient portal = HttpClient.newHttpClient()) {
			String session = portal.send(signIn, HttpResponse.BodyHandlers.ofString()).body();
			return "__Host-plaza=" + JSON.readTree(session).required("sessionToken").asString();
		}
	}

	/**
	 * Links the sample customer to the sample resident, so that there are bills to see.
	 */
	public void linkSample() throws InterruptedException {
		ResidentClient resident = this.plaza.resident(signIn());
		Description.Customer sample = this.description.sample();
		try {
			resident.link(sample.customerNumber(), sample.name());
		}
		catch (UnexpectedResponse ex) {
			if (ex.status() != CONFLICT) {
				throw ex;
			}
		}
		Poll.until("the sample's bills", () -> resident.bills(sample.customerNumber(), null), (bills) -> true);
	}

	/** The path of the sample customer's bills. */
	public String bills() {
		return "/api/v1/customers/" + this.description.sample().customerNumber() + "/bills";
	}

	/**
	 * Stops a process without ending it: it keeps its sockets and responds to nothing.
	 */
	public void freeze(String program) throws IOException, InterruptedException {
		signal("STOP", program);
	}

	/** Lets a frozen process go on. */
	public void thaw(String program) throws IOException, InterruptedException {
		signal("CONT", program);
	}

	private Tokens signIn() throws InterruptedException {
		return this.plaza.signIn(residentEmail(), residentPassword());
	}

	private void signal(String signal, String program) throws IOException, InterruptedException {
		Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(this.description.process(program)))
			.redirectErrorStream(true)
			.start();
		String output = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (kill.waitFor() != 0) {
			throw new IOException("kill -" + signal + " " + program + ": " + output);
		}
	}

}
