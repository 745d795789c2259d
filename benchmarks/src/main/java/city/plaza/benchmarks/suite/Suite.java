package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

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

	private static final int REFUSED = 400;

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

	/** A connection to a service's database, as its own user. */
	public Connection database(String name) throws SQLException {
		return connection(name, name);
	}

	/** A connection to a service's database as the user who may do everything. */
	public Connection superuser(String database) throws SQLException {
		return connection(database, "postgres");
	}

	private Connection connection(String database, String user) throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port("postgres") + "/" + database, user,
				databasePassword(user));
	}

	/** Runs a statement in a service's database. */
	public void run(String name, String sql, Object... values) throws IOException {
		try (Connection database = database(name); PreparedStatement statement = database.prepareStatement(sql)) {
			for (int at = 0; at < values.length; at++) {
				statement.setObject(at + 1, values[at]);
			}
			statement.execute();
		}
		catch (SQLException ex) {
			throw new IOException(sql, ex);
		}
	}

	/** The one value that a query of a service's database finds, as text. */
	public String value(String name, String sql) throws IOException {
		try (Connection database = database(name);
				PreparedStatement statement = database.prepareStatement(sql);
				ResultSet rows = statement.executeQuery()) {
			if (!rows.next()) {
				throw new IOException("No row: " + sql);
			}
			return rows.getString(1);
		}
		catch (SQLException ex) {
			throw new IOException(sql, ex);
		}
	}

	/** Of a database's user, who has its name. */
	public String databasePassword(String name) {
		String password = this.description.databasePasswords().get(name);
		if (password == null) {
			throw new IllegalArgumentException("no database " + name + " has a password");
		}
		return password;
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
	String staffToken() throws InterruptedException {
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

	/**
	 * Sends one GET request, which must succeed.
	 * @return the body of the response
	 */
	public String get(String address, Map<String, String> headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
		headers.forEach(request::header);
		return send(request.build());
	}

	/**
	 * Sends one POST request with JSON, which must succeed.
	 * @return the body of the response
	 */
	public String post(String address, Map<String, String> headers, String json)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json));
		headers.forEach(request::header);
		return send(request.build());
	}

	private static String send(HttpRequest request) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() >= REFUSED) {
				throw new IOException(request.uri() + ": " + response.statusCode() + " " + response.body());
			}
			return response.body();
		}
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
