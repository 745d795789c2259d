package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import city.plaza.client.UnexpectedResponse;
import city.plaza.platform.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SuiteTests {

	private static final String BILLS = """
			{"customerNumber": "100234", "count": 0, "asOf": "2026-01-02", "items": [],
			 "totalUnpaid": {"amount": 0, "currency": "USD"}, "totalBalanceDue": {"amount": 0, "currency": "USD"}}""";

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final StubServer server = new StubServer(this::respond);

	private volatile int linkStatus = 201;

	private volatile String session = "{\"sessionToken\": \"abc\"}";

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void addressesProgramsByNumberAndPort() {
		assertThat(suite(17).gateway("/sign-in")).isEqualTo("http://127.0.0.1:" + port() + "/sign-in");
		assertThat(suite(17).service("billing-service", suite(17).bills()))
			.isEqualTo("http://127.0.0.1:18283/api/v1/customers/100234/bills");
	}

	@Test
	void refusesAProgramThatIsNotInTheSuite() {
		assertThatIllegalArgumentException().isThrownBy(() -> suite(17).port("kiosk")).withMessageContaining("kiosk");
		assertThatIllegalArgumentException().isThrownBy(() -> suite(17).freeze("gateway"))
			.withMessageContaining("gateway");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Plaza does not run here.", "{\"gateway\":", "[]", "{\"processes\": {}}" })
	void refusesADescriptionThatIsNone(String description) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Suite.described(description));
	}

	@Test
	void signsInAsABrowserAndAsTheApp() throws Exception {
		assertThat(suite(17).residentCookie()).isEqualTo("__Host-plaza=abc");
		assertThat(suite(17).residentToken()).isEqualTo("token");
		assertThat(this.asked).containsExactly(
				"POST /internal/v1/browser-sessions {\"email\":\"pat@fairhaven.example\",\"password\":\"p\\\"q\"}",
				"POST /api/v1/sessions {\"email\":\"pat@fairhaven.example\",\"password\":\"p\\\"q\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"code\": \"too-many-requests\"}", "<html>", "{}" })
	void doesNotGoOnWithoutASession(String response) {
		this.session = response;
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> suite(17).residentCookie());
	}

	@Test
	void linksTheSampleOnceAndIsContentWhereItIsLinked() throws Exception {
		suite(17).linkSample();
		this.linkStatus = 409;
		suite(17).linkSample();
		assertThat(this.asked).filteredOn((request) -> request.startsWith("GET"))
			.containsOnly("GET /api/v1/customers/100234/bills ");
		this.linkStatus = 422;
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> suite(17).linkSample())
			.withMessageContaining("422");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void freezesAProcessAndLetsItGoOn() throws Exception {
		Process billing = new ProcessBuilder("/bin/sh", "-c", "echo up; while :; do sleep 0.05; done").start();
		try {
			billing.inputReader().readLine();
			suite(billing.pid()).freeze("billing-service");
			awaitState(billing, "T");
			suite(billing.pid()).thaw("billing-service");
			awaitState(billing, "S");
		}
		finally {
			billing.destroyForcibly().waitFor();
		}
		assertThatIOException().isThrownBy(() -> suite(billing.pid()).freeze("billing-service"))
			.withMessageContaining("kill -STOP billing-service");
	}

	@Test
	void thawsWhatRunsAnyway() throws Exception {
		Process billing = new ProcessBuilder("sleep", "30").start();
		try {
			assertThatCode(() -> suite(billing.pid()).thaw("billing-service")).doesNotThrowAnyException();
		}
		finally {
			billing.destroyForcibly().waitFor();
		}
	}

	/** As Linux has it: T is stopped, S sleeps. */
	private static void awaitState(Process process, String state) throws IOException {
		Path status = Path.of("/proc", Long.toString(process.pid()), "stat");
		long end = System.nanoTime() + 10_000_000_000L;
		while (!Files.readString(status).contains(") " + state + " ")) {
			assertThat(System.nanoTime()).as("%s never came into state %s", Files.readString(status), state)
				.isLessThan(end);
			Thread.onSpinWait();
		}
	}

	private Suite suite(long pid) {
		return Suite.described("""
				{"gateway": "http://127.0.0.1:%1$d", "databasePasswords": {"identity": "dev-only-database"},
				 "ports": {"gateway": %1$d, "identity-service": %1$d, "billing-service": 18283}, "dataDirectory": "/",
				 "demoResident": {"email": "pat@fairhaven.example", "password": "p\\"q"},
				 "sample": {"customerNumber": "100234", "name": "EXAMPLE CUSTOMER", "bills": []},
				 "processes": [{"name": "billing-service", "pid": %2$d, "port": 18283, "state": "ready"}]}"""
			.formatted(port(), pid));
	}

	private int port() {
		return this.server.port();
	}

	private StubServer.Response respond(StubServer.Request request) {
		this.asked.add(request.method() + " " + request.path() + " " + sorted(request.body()));
		return switch (request.path()) {
			case "/internal/v1/browser-sessions" -> StubServer.Response.json(200, this.session);
			case "/api/v1/sessions" -> StubServer.Response.json(200,
					"{\"accessToken\": \"token\", \"expiresIn\": 300, \"refreshToken\": \"\"}");
			case "/api/v1/customer-links" -> StubServer.Response.json(this.linkStatus,
					"{\"customerNumber\": \"100234\", \"name\": \"E\", \"location\": \"\"}");
			default -> StubServer.Response.json(200, BILLS);
		};
	}

	/** Both fields of an account, whichever came first. */
	private static String sorted(String account) {
		return account.replaceFirst("\\{(\"password\":.*),(\"email\":\"[^\"]*\")}", "{$2,$1}");
	}

}
