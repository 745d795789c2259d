package city.plaza.platform.security;

import org.junit.jupiter.api.Test;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTests {

	@Test
	void readsTheAddressThatTheGatewayReports() {
		assertThat(ClientAddress.of(MockServerHttpRequest.get("/").header("X-Forwarded-For", "192.0.2.7").build()))
			.isEqualTo(new ClientAddress("192.0.2.7", "192.0.2.7"));
	}

	@Test
	void countsAHomeOfIpv6AsOneNetwork() {
		assertThat(ClientAddress.of("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientAddress.of("2001:db8:1:2::9"));
		assertThat(ClientAddress.of("2001:db8:1:2::9")).isNotEqualTo(ClientAddress.of("2001:db8:1:3::9"));
	}

	@Test
	void countsAProvidersCustomerOfIpv6AsOneSite() {
		assertThat(ClientAddress.of("2001:db8:1:2::9").site()).isEqualTo(ClientAddress.of("2001:db8:1:3::9").site());
		assertThat(ClientAddress.of("2001:db8:1:2::9").site()).isNotEqualTo(ClientAddress.of("2001:db8:2:2::9").site());
	}

	@Test
	void namesEachNetworkOnce() {
		assertThat(ClientAddress.of("192.0.2.7").networks()).containsExactly("192.0.2.7");
		assertThat(ClientAddress.of("2001:db8:1:2::9").networks()).containsExactly("20010db800010002/64",
				"20010db80001/48");
	}

	@Test
	void takesWhatIsNoAddressAsOneUnknownPlace() {
		assertThat(ClientAddress.of("somewhere, 192.0.2.7")).isEqualTo(ClientAddress.of("evil.example"));
		assertThat(ClientAddress.of((String) null)).isEqualTo(ClientAddress.of("x"));
	}

}
