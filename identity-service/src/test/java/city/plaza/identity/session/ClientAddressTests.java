package city.plaza.identity.session;

import org.junit.jupiter.api.Test;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTests {

	@Test
	void readsWhatTheGatewayTells() {
		assertThat(ClientAddress.of(MockServerHttpRequest.get("/").header("X-Forwarded-For", "192.0.2.7").build()))
			.isEqualTo(new ClientAddress("192.0.2.7"));
	}

	@Test
	void takesANetworkOfIpv6ForOnePlace() {
		assertThat(ClientAddress.of("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientAddress.of("2001:db8:1:2::9"));
		assertThat(ClientAddress.of("2001:db8:1:2::9")).isNotEqualTo(ClientAddress.of("2001:db8:1:3::9"));
	}

	@Test
	void takesEverythingElseForOnePlace() {
		assertThat(ClientAddress.of("somewhere, 192.0.2.7")).isEqualTo(ClientAddress.of("evil.example"));
		assertThat(ClientAddress.of((String) null)).isEqualTo(ClientAddress.of("x"));
	}

}
