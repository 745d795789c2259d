package city.plaza.platform.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class RegisterCredentialTests {

	@Test
	void registersAndReadsWithItsNameAndPassword() throws IOException {
		Set<String> seen = ConcurrentHashMap.newKeySet();
		HttpServer register = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		register.createContext("/", (request) -> {
			seen.add(request.getRequestMethod() + " " + request.getRequestHeaders().getFirst("Authorization"));
			request.sendResponseHeaders(204, -1);
			request.close();
		});
		register.start();
		String credential = "Basic " + Base64.getEncoder()
			.encodeToString("sample-service:a secret of its own".getBytes(StandardCharsets.UTF_8));
		try (ConfigurableApplicationContext context = SpringApplication.run(SampleApplication.class, "--server.port=0",
				"--eureka.client.enabled=true", "--PLAZA_EUREKA_PASSWORD=a secret of its own",
				"--PLAZA_EUREKA_URL=http://localhost:" + register.getAddress().getPort() + "/eureka/")) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> context.isRunning() && seen.contains("POST " + credential)
						&& seen.contains("GET " + credential));
		}
		finally {
			register.stop(0);
		}
	}

}
