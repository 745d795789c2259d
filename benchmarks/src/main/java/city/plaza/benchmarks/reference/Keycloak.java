package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.suite.Beside;
import city.plaza.benchmarks.suite.Suite;

/**
 * A Keycloak in its own production mode, on the PostgreSQL of the suite, whose passwords
 * are hashed with the parameters of identity-service. A sign-in is its token endpoint's
 * password grant, which gives what Plaza's gives: an access token and a refresh token.
 */
public final class Keycloak implements AutoCloseable {

	/** Where the profile {@code keycloak} of identity-service unpacks it. */
	private static final Path UNPACKED = Path.of("identity-service", "target", "keycloak");

	/** Each is hashed when it is imported. */
	private static final int USERS = 100;

	private static final String PASSWORD = "seven slow rivers bend";

	private static final String CLIENT = "benchmark";

	private final Beside server;

	private final String realm;

	private Keycloak(Beside server, String realm) {
		this.server = server;
		this.realm = realm;
	}

	/** Where it is unpacked; empty where it is not. */
	public static Optional<Path> installed() throws IOException {
		if (!Files.isDirectory(UNPACKED)) {
			return Optional.empty();
		}
		try (Stream<Path> versions = Files.list(UNPACKED)) {
			return versions.filter((version) -> Files.isRegularFile(version.resolve("bin/kc.sh"))).findFirst();
		}
	}

	/**
	 * Starts one with a database of its own, which an earlier run's is replaced by.
	 * @param home where it is unpacked
	 */
	public static Keycloak start(Suite suite, Path home) throws IOException, InterruptedException {
		suite.databases().superuserRuns("drop database if exists keycloak", "create database keycloak");
		Files.writeString(Files.createDirectories(home.resolve("data/import")).resolve("city.json"), realm());
		String address = "http://127.0.0.1:" + Beside.freePort();
		String realm = address + "/realms/city";
		Beside server = Beside.start(
				List.of("sh", home.resolve("bin/kc.sh").toString(), "start", "--import-realm", "--cache=local",
						"--http-enabled=true", "--hostname-strict=false", "--http-host=127.0.0.1",
						"--http-port=" + address.substring(address.lastIndexOf(':') + 1), "--db=postgres",
						"--db-url=jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/keycloak",
						"--db-username=postgres", "--spi-password-hashing--argon2--memory=" + PasswordHash.KILOBYTES,
						"--spi-password-hashing--argon2--iterations=" + PasswordHash.PASSES,
						"--spi-password-hashing--argon2--hash-length=" + PasswordHash.BYTES,
						"--spi-password-hashing--argon2--parallelism=1"),
				Map.of("JAVA_HOME", System.getProperty("java.home"), "KC_DB_PASSWORD",
						suite.databases().password("postgres")),
				realm + "/.well-known/openid-configuration");
		return new Keycloak(server, realm);
	}

	/** Signs in each of the realm's users in turn. */
	public Request signIn() {
		return new Request("POST", this.realm + "/protocol/openid-connect/token",
				(n) -> Map.of("Content-Type", "application/x-www-form-urlencoded"),
				(n) -> form(n % USERS).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		this.server.close();
	}

	private static String form(int user) {
		return "grant_type=password&client_id=" + CLIENT + "&username=" + name(user) + "&password="
				+ URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
	}

	static String realm() {
		String users = IntStream.range(0, USERS).mapToObj(Keycloak::user).collect(Collectors.joining(",\n"));
		return """
				{"realm": "city", "enabled": true, "sslRequired": "none", "passwordPolicy": "hashAlgorithm(argon2)",
				 "clients": [{"clientId": "%s", "publicClient": true, "directAccessGrantsEnabled": true}],
				 "users": [%s]}""".formatted(CLIENT, users);
	}

	private static String user(int number) {
		return """
				{"username": "%1$s", "email": "%1$s@fairhaven.example", "emailVerified": true, "enabled": true,
				 "firstName": "Pat", "lastName": "Example", "credentials": [{"type": "password", "value": "%2$s"}]}"""
			.formatted(name(number), PASSWORD);
	}

	private static String name(int user) {
		return "resident-" + user;
	}

}
