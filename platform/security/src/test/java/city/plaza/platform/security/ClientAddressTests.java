package city.plaza.platform.security;

import java.net.InetSocketAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

	// However an address is written, it is counted as one.
	@ParameterizedTest
	@CsvSource({ "192.0.2.7, 192.0.2.7", "' 192.0.2.7 ', 192.0.2.7", "::ffff:192.0.2.7, 192.0.2.7",
			"::FFFF:c000:207, 192.0.2.7", "2001:DB8:0:0::1, 2001:db8::2", "2001:0db8::0001, 2001:db8::2",
			"::1, 0:0:0:0:0:0:0:1" })
	void countsAnAddressAsOneHoweverItIsWritten(String one, String other) {
		assertThat(ClientAddress.of(one)).isEqualTo(ClientAddress.of(other)).isNotEqualTo(ClientAddress.of("x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-", "unknown", "192.0.2.256", "192.0.2.7:443", "[2001:db8::1]:443",
			"2001:db8::g", "192.0.2.7/24", "192.0.2.7\r\nX-Admin: 1", "192.0.2.7,", "for=192.0.2.7", "\u0661.2.3.4",
			"localhost", "2001:db8:::1", "1:2:3:4:5:6:7:8:9", "\uD83D\uDE00", "%", "192.0.2.7\0" })
	void asksNobodyForTheAddressOfAName(String text) {
		assertThat(ClientAddress.of(text)).isEqualTo(ClientAddress.of((String) null));
		assertThat(ClientAddress.of(MockServerHttpRequest.get("/").header("X-Forwarded-For", text).build()).networks())
			.hasSize(1);
	}

	@Test
	void takesTheCallersOwnAddressWhereNoneIsReported() {
		InetSocketAddress remote = new InetSocketAddress("192.0.2.9", 4711);
		assertThat(ClientAddress.of(MockServerHttpRequest.get("/").remoteAddress(remote).build()))
			.isEqualTo(ClientAddress.of("192.0.2.9"));
		InetSocketAddress unresolved = InetSocketAddress.createUnresolved("proxy", 4711);
		assertThat(ClientAddress.of(MockServerHttpRequest.get("/").remoteAddress(unresolved).build()))
			.isEqualTo(ClientAddress.of((String) null));
		assertThat(ClientAddress.of(MockServerHttpRequest.get("/").build())).isEqualTo(ClientAddress.of((String) null));
	}

}
