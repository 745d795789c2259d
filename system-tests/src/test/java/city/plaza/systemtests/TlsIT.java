package city.plaza.systemtests;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import city.plaza.platform.testing.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The jars as production runs them, with TLS between them: no setting declares their
 * network private.
 */
@Order(Integer.MAX_VALUE)
class TlsIT {

	private static final List<String> SERVICES = List.of("GATEWAY", "IDENTITY", "ACCOUNT_LINK", "BILLING",
			"NOTIFICATION", "PORTAL", "OPERATOR");

	private static final Duration START = Duration.ofMinutes(9);

	@TempDir
	private static Path directory;

	private static final List<Process> processes = new ArrayList<>();

	private static final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private static TestAuthority authority;

	private static int discovery;

	private static int gateway;

	@BeforeAll
	static void start() throws IOException {
		authority = new TestAuthority(directory, "authority");
		TestAuthority.Identity identity = authority.issue("localhost");
		discovery = start("discovery", identity, Map.of());
		gateway = start("gateway", identity, Map.of("PLAZA_MANAGEMENT_PORT", "0"));
	}

	@AfterAll
	static void stop() {
		processes.forEach(Process::destroyForcibly);
	}

	@Test
	void servesOverTlsAndNothingToOneWithACertificateForAnotherName() throws Exception {
		int portal = portal(authority.issue("localhost"));
		await().atMost(START).ignoreExceptions().until(() -> visit(gateway) == 200);
		assertThatThrownBy(() -> visit(portal)).isInstanceOf(IOException.class);

		stopLast();
		await().atMost(START).ignoreExceptions().until(() -> visit(gateway) == 503);
		portal(authority.issue("elsewhere"));
		await().atMost(START).ignoreExceptions().until(() -> registered().contains("PORTAL"));
		await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(30)).until(() -> visit(gateway) == 503);
	}

	private static int portal(TestAuthority.Identity identity) throws IOException {
		// Without Kafka: nobody signs in.
		return start("portal", identity, Map.of("PLAZA_KAFKA_SERVERS", "localhost:9", "PLAZA_KAFKA_PASSWORD",
				"of the portal", "PLAZA_SECURITY_ENDEDSESSIONS_STARTWAIT", "1ms"));
	}

	private static void stopLast() throws InterruptedException {
		processes.removeLast().destroyForcibly().waitFor();
	}

	private static int visit(int port) throws IOException, InterruptedException {
		HttpRequest home = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
			.timeout(Duration.ofSeconds(10))
			.build();
		return http.send(home, HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	private static String registered() throws IOException, InterruptedException {
		String operator = "operator:" + password("OPERATOR");
		HttpRequest apps = HttpRequest.newBuilder(URI.create("https://localhost:" + discovery + "/eureka/apps"))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(operator.getBytes(StandardCharsets.UTF_8)))
			.build();
		try (HttpClient reader = HttpClient.newBuilder().sslContext(authority.trust()).build()) {
			return reader.send(apps, HttpResponse.BodyHandlers.ofString()).body();
		}
	}

	private static int start(String module, TestAuthority.Identity identity, Map<String, String> own)
			throws IOException {
		int port = freePort();
		Map<String, String> environment = new HashMap<>();
		SERVICES.forEach((name) -> environment.put("PLAZA_EUREKA_PASSWORD_" + name, password(name)));
		environment.put("PLAZA_EUREKA_PASSWORD", password(module.toUpperCase(Locale.ROOT)));
		environment.put("PLAZA_EUREKA_URL",
				"https://localhost:" + (module.equals("discovery") ? port : discovery) + "/eureka/");
		environment.put("PLAZA_PUBLIC_URL", "https://plaza.example");
		environment.put("SPRING_PROFILES_ACTIVE", "tls");
		environment.put("PLAZA_TLS_CERTIFICATE", identity.certificate().toString());
		environment.put("PLAZA_TLS_PRIVATE_KEY", identity.privateKey().toString());
		environment.put("PLAZA_TLS_AUTHORITIES", authority.certificate().toString());
		environment.put("PORT", Integer.toString(port));
		environment.putAll(own);
		processes.add(Jars.process(module, environment)
			.redirectOutput(directory.resolve(module + "-" + port + ".log").toFile())
			.start());
		return port;
	}

	private static String password(String service) {
		return "a secret of " + service;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
