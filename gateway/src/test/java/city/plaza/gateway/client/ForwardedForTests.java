package city.plaza.gateway.client;

import java.net.InetAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ForwardedForTests {

	@Test
	void believesNobodyUnlessToldTo() {
		assertThat(client(List.of(), "127.0.0.1", "203.0.113.9")).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			# peer,          header,                                  client
			10.0.0.7,        "203.0.113.9",                           203.0.113.9
			10.0.0.7,        "203.0.113.9:4711",                      203.0.113.9
			10.0.0.7,        "[2001:db8::9]:4711",                    2001:db8::9
			10.0.0.7,        "[2001:db8::9]",                         2001:db8::9
			10.0.0.7,        "198.51.100.1, 203.0.113.9",             203.0.113.9
			10.0.0.7,        "10.9.9.9, 203.0.113.9",                 203.0.113.9
			10.0.0.7,        "203.0.113.9, 10.0.0.8, 10.0.0.9",       203.0.113.9
			10.0.0.7,        "203.0.113.9, 2001:db8:1::4, 10.0.0.9",  203.0.113.9
			10.0.0.7,        "::ffff:203.0.113.9",                    203.0.113.9
			2001:db8:1::3,   "2001:db8:2::3",                         2001:db8:2::3
			10.0.0.7,        "10.0.0.9, 10.0.0.8",                    10.0.0.9
			10.0.0.7,        "203.0.113.9, unknown, 10.0.0.8",        10.0.0.8
			10.0.0.7,        "203.0.113.9, evil.example",             10.0.0.7
			10.0.0.7,        "203.0.113.9,",                          10.0.0.7
			10.0.0.7,        "",                                      10.0.0.7
			192.0.2.1,       "203.0.113.9",                           192.0.2.1
			2001:db8:2::1,   "203.0.113.9",                           2001:db8:2::1
			""")
	void readsFromTheRightAndSkipsNamedProxies(String peer, String header, String client) {
		assertThat(client(List.of("10.0.0.0/8", "2001:db8:1::/48"), peer, header))
			.isEqualTo(InetAddress.ofLiteral(client));
	}

	@Test
	void readsSeveralHeadersAsOne() {
		assertThat(client(List.of("10.0.0.0/8"), "10.0.0.1", "198.51.100.1", "203.0.113.9, 10.0.0.2"))
			.isEqualTo(InetAddress.ofLiteral("203.0.113.9"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "0.0.0.0/0", "::/0",
			"2001:db8::/129", "" })
	void refusesWhatIsNoNetworkOfProxies(String network) {
		assertThatIllegalArgumentException().isThrownBy(() -> TestProxies.of(network))
			.withMessageContaining("PLAZA_TRUSTED_PROXIES");
	}

	private static InetAddress client(List<String> proxies, String peer, String... header) {
		return new ForwardedFor(TestProxies.of(proxies.toArray(String[]::new))).client(InetAddress.ofLiteral(peer),
				List.of(header));
	}

}
