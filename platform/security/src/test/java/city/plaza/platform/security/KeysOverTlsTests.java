package city.plaza.platform.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

import city.plaza.platform.security.ended.EndedSessionsAutoConfiguration;
import city.plaza.platform.testing.TestAuthority;
import city.plaza.platform.testing.TestTokens;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The keys of tokens, from a server that proves its name or does not. */
class KeysOverTlsTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	@TempDir
	private static Path directory;

	private static TestAuthority authority;

	private HttpsServer server;

	@BeforeEach
	void start() throws IOException {
		authority = new TestAuthority(directory, "authority-" + UUID.randomUUID());
		this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			byte[] keys = keys();
			exchange.sendResponseHeaders(200, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void areTakenFromWhoProvesTheName() {
		serveAs(authority.issue("localhost"));
		decoding((decoder) -> assertThat(decoder.decode(TestTokens.resident(UUID.randomUUID())).block(LIMIT))
			.isNotNull());
	}

	@Test
	void areNotTakenFromAnotherName() {
		serveAs(authority.issue("elsewhere"));
		decoding((decoder) -> assertThatThrownBy(
				() -> decoder.decode(TestTokens.resident(UUID.randomUUID())).block(LIMIT))
			.isInstanceOf(RuntimeException.class));
	}

	@Test
	void areNotTakenFromWhomAnotherAuthorityVouchesFor() {
		serveAs(new TestAuthority(directory, "stranger-" + UUID.randomUUID()).issue("localhost"));
		decoding((decoder) -> assertThatThrownBy(
				() -> decoder.decode(TestTokens.resident(UUID.randomUUID())).block(LIMIT))
			.isInstanceOf(RuntimeException.class));
	}

	private void serveAs(TestAuthority.Identity identity) {
		PemSslStoreDetails keys = PemSslStoreDetails.forCertificate(identity.certificate().toUri().toString())
			.withPrivateKey(identity.privateKey().toUri().toString());
		this.server.setHttpsConfigurator(
				new HttpsConfigurator(SslBundle.of(new PemSslStoreBundle(keys, null)).createSslContext()));
		this.server.start();
	}

	private void decoding(Consumer<ReactiveJwtDecoder> test) {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, SslAutoConfiguration.class,
					city.plaza.platform.problem.ProblemAutoConfiguration.class, KafkaAutoConfiguration.class,
					EndedSessionsAutoConfiguration.class, KeysAutoConfiguration.class, SecurityAutoConfiguration.class,
					ReactiveWebSecurityAutoConfiguration.class))
			.withPropertyValues("spring.application.name=sample-service", "spring.kafka.bootstrap-servers=localhost:9",
					"plaza.security.ended-sessions.start-wait=1ms", "plaza.tls.bundle=plaza",
					"spring.ssl.bundle.pem.plaza.truststore.certificate=" + authority.certificate().toUri(),
					"plaza.security.jwk-set-uri=https://localhost:" + this.server.getAddress().getPort() + "/")
			.run((context) -> test.accept(context.getBean(ReactiveJwtDecoder.class)));
	}

	private static byte[] keys() throws IOException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(TestTokens.jwkSetUri())).build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
