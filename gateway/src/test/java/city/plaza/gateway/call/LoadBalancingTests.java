package city.plaza.gateway.call;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import city.plaza.platform.calls.Calls;
import city.plaza.platform.testing.TestAuthority;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** A service over TLS, under an authority that only the suite knows. */
class LoadBalancingTests {

	@TempDir
	private static Path directory;

	private final TestAuthority authority = new TestAuthority(directory, "authority-" + UUID.randomUUID());

	private HttpsServer service;

	@BeforeEach
	void start() throws IOException {
		TestAuthority.Identity identity = this.authority.issue("localhost");
		PemSslStoreDetails keys = PemSslStoreDetails.forCertificate(identity.certificate().toUri().toString())
			.withPrivateKey(identity.privateKey().toUri().toString());
		this.service = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.service.setHttpsConfigurator(
				new HttpsConfigurator(SslBundle.of(new PemSslStoreBundle(keys, null)).createSslContext()));
		this.service.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		this.service.start();
	}

	@AfterEach
	void stop() {
		this.service.stop(0);
	}

	@Test
	void callsAServiceWithTheCertificatesOfTheSuite() {
		PemSslStoreDetails trusted = PemSslStoreDetails.forCertificate(this.authority.certificate().toUri().toString());
		assertThat(call(HttpClientSettings.ofSslBundle(SslBundle.of(new PemSslStoreBundle(null, trusted)))))
			.isEqualTo(HttpStatus.NO_CONTENT);
	}

	@Test
	void callsNoServiceThatAnotherAuthorityVouchesFor() {
		assertThatThrownBy(() -> call(HttpClientSettings.defaults())).isInstanceOf(WebClientRequestException.class);
	}

	private HttpStatusCode call(HttpClientSettings http) {
		HttpStatusCode[] status = new HttpStatusCode[1];
		RuntimeException[] error = new RuntimeException[1];
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(calls())).run((context) -> {
			try {
				status[0] = new LoadBalancing(anyName(), context.getBean(Calls.class), http)
					.client("identity-service", Duration.ofSeconds(20))
					.build()
					.get()
					.uri("https://localhost:" + this.service.getAddress().getPort() + "/")
					.retrieve()
					.toBodilessEntity()
					.block()
					.getStatusCode();
			}
			catch (RuntimeException ex) {
				error[0] = ex;
			}
		});
		if (error[0] != null) {
			throw error[0];
		}
		return status[0];
	}

	private static ReactorLoadBalancerExchangeFilterFunction anyName() {
		ReactorLoadBalancerExchangeFilterFunction byName = mock(ReactorLoadBalancerExchangeFilterFunction.class);
		given(byName.filter(any(), any())).willAnswer((call) -> call.getArgument(1, ExchangeFunction.class)
			.exchange(call.getArgument(0, ClientRequest.class)));
		return byName;
	}

	private static Class<?> calls() {
		try {
			return Class.forName("city.plaza.platform.calls.CallsAutoConfiguration");
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
