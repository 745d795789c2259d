package city.plaza.discovery.credential;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("development")
class RegisterTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Test
	void aServiceRegistersUnderItsOwnName() throws Exception {
		assertThat(register("billing-service", "BILLING-SERVICE", "billing-service", "10.0.0.1")).isEqualTo(204);
		assertThat(get("portal", "/eureka/apps/BILLING-SERVICE").body()).contains("10.0.0.1");
		assertThat(get("portal", "/eureka/vips/billing-service").body()).contains("10.0.0.1");
		assertThat(send("billing-service", "PUT", "/eureka/apps/BILLING-SERVICE/10.0.0.1?status=UP", "").statusCode())
			.isEqualTo(200);
		assertThat(send("portal", "DELETE", "/eureka/apps/BILLING-SERVICE/10.0.0.1", "").statusCode()).isEqualTo(403);
		assertThat(send("billing-service", "DELETE", "/eureka/apps/BILLING-SERVICE/10.0.0.1", "").statusCode())
			.isEqualTo(200);
	}

	/**
	 * With this a resident's address and password reached an impostor within seconds.
	 */
	@ParameterizedTest
	@CsvSource({ "IDENTITY-SERVICE, identity-service", "IDENTITY-SERVICE, portal", "PORTAL, identity-service",
			"'PORTAL', 'portal,identity-service'", "identity-service, identity-service" })
	void aFalseIdentityServiceIsRefused(String name, String virtualAddress) throws Exception {
		assertThat(register("portal", name, virtualAddress, "10.6.6.6")).isEqualTo(403);
		assertThat(register("", name, virtualAddress, "10.6.6.6")).isEqualTo(401);
		assertThat(get("portal", "/eureka/apps").body()).doesNotContain("10.6.6.6");
		assertThat(get("portal", "/eureka/vips/identity-service").body()).doesNotContain("10.6.6.6");
	}

	@Test
	void aWrongPasswordIsRefused() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(uri("/eureka/apps"))
			.header("Authorization", basic("portal", "dev-only-eureka-gateway"))
			.build();
		assertThat(this.http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/eureka/apps", "/eureka/apps/delta", "/eureka/vips/portal", "/lastn" })
	void nobodyReadsWithoutACredential(String path) throws Exception {
		assertThat(get("", path).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/eureka/peerreplication/batch", "/eureka/asg/x/status", "/eureka/apps" })
	void nothingElseIsChanged(String path) throws Exception {
		assertThat(send("identity-service", "POST", path, "{}").statusCode()).isEqualTo(403);
	}

	@Test
	void itsHealthIsOpen() throws Exception {
		assertThat(get("", "/actuator/health/readiness").statusCode()).isEqualTo(200);
	}

	private int register(String user, String name, String virtualAddress, String address) throws Exception {
		return send(user, "POST", "/eureka/apps/" + name, """
				{"instance":{"instanceId":"%2$s","hostName":"%2$s","app":"%1$s","ipAddr":"%2$s","status":"UP",
				"port":{"$":8080,"@enabled":"true"},"vipAddress":"%3$s","secureVipAddress":"%3$s",
				"dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"}}}
				""".formatted(name, address, virtualAddress)).statusCode();
	}

	private HttpResponse<String> get(String user, String path) throws Exception {
		return send(user, "GET", path, "");
	}

	private HttpResponse<String> send(String user, String method, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body));
		if (!user.isEmpty()) {
			request.header("Authorization", basic(user, "dev-only-eureka-" + user));
		}
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

}
