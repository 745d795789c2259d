package city.plaza.identity.social;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;

/**
 * A Keycloak of its own with one realm, whose client must use PKCE and whose users have
 * one password. Unpacked by the profile {@code keycloak} of this module.
 */
final class Keycloak implements AutoCloseable {

	static final String HOME = "plaza.keycloak";

	private static final String PASSWORD = "seven slow rivers bend";

	private static final Pattern FORM = Pattern.compile("<form id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");

	/** The first start builds Keycloak's own server. */
	private static final Duration LONGEST_START = Duration.ofMinutes(4);

	private final int port;

	private final Process process;

	private Keycloak(int port, Process process) {
		this.port = port;
		this.process = process;
	}

	/**
	 * Somebody whom the realm knows.
	 *
	 * @param proved whether the realm vouches for the address
	 */
	record User(String name, String email, boolean proved) {

		private String json() {
			return """
					{"username": "%s", "email": "%s", "emailVerified": %s, "enabled": true, "firstName": "Pat",
					 "lastName": "Example", "credentials": [{"type": "password", "value": "%s"}]}"""
				.formatted(this.name, this.email, this.proved, PASSWORD);
		}

	}

	/** Starts one; what it reports goes to {@code target/keycloak.log}. */
	static Keycloak start(List<User> users) throws IOException {
		Path home = Path.of(System.getProperty(HOME));
		Path realms = Files.createDirectories(home.resolve("data/import"));
		Files.writeString(realms.resolve("city.json"),
				"""
						{"realm": "city", "enabled": true, "sslRequired": "none", "users": [%s], "clients": [{"clientId": "%s",
						 "secret": "%s", "redirectUris": ["*"], "attributes": {"pkce.code.challenge.method": "S256"}}]}"""
					.formatted(String.join(",", users.stream().map(User::json).toList()), StubProvider.CLIENT,
							StubProvider.SECRET));
		int port = freePort();
		ProcessBuilder command = new ProcessBuilder("sh", home.resolve("bin/kc.sh").toString(), "start-dev",
				"--import-realm", "--http-host=127.0.0.1", "--http-port=" + port, "--db=dev-mem")
			.redirectErrorStream(true)
			.redirectOutput(Path.of("target/keycloak.log").toFile());
		command.environment().put("JAVA_HOME", System.getProperty("java.home"));
		Keycloak keycloak = new Keycloak(port, command.start());
		Awaitility.await("the realm").atMost(LONGEST_START).pollInterval(Duration.ofSeconds(1)).until(keycloak::serves);
		return keycloak;
	}

	String issuer() {
		return "http://127.0.0.1:" + this.port + "/realms/city";
	}

	/** Signs in on its page, and returns where it sends the browser. */
	static URI signIn(URI address, User user) throws IOException, InterruptedException {
		try (HttpClient browser = HttpClient.newHttpClient()) {
			HttpResponse<String> page = browser.send(HttpRequest.newBuilder(address).build(),
					HttpResponse.BodyHandlers.ofString());
			Matcher form = FORM.matcher(page.body());
			if (!form.find()) {
				throw new AssertionError("No page to sign in on: " + page.body());
			}
			String fields = "username=" + user.name() + "&password="
					+ URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
			HttpResponse<String> response = browser
				.send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.header("Cookie", cookies(page))
					.POST(HttpRequest.BodyPublishers.ofString(fields))
					.build(), HttpResponse.BodyHandlers.ofString());
			return URI.create(response.headers().firstValue("Location").orElseThrow());
		}
	}

	/**
	 * By hand: Java's client sends secure cookies by https only, browsers to this host
	 * too.
	 */
	private static String cookies(HttpResponse<?> page) {
		return page.headers()
			.allValues("Set-Cookie")
			.stream()
			.map((cookie) -> cookie.substring(0, cookie.indexOf(';')))
			.collect(Collectors.joining("; "));
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
	}

	private boolean serves() throws InterruptedException {
		if (!this.process.isAlive()) {
			throw new AssertionError("Keycloak ended; see target/keycloak.log");
		}
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
