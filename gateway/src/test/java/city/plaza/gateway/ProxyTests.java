package city.plaza.gateway;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

// Only Linux gives each process the whole of 127.0.0.0/8 to come from.
@EnabledOnOs(OS.LINUX)
class ProxyTests extends EdgeTest {

	private static final String SPOOFED = "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 198.51.100.1\r\n"
			+ "X-Forwarded-Host: evil.example\r\nX-Real-IP: 203.0.113.9\r\nForwarded: for=203.0.113.9;host=evil.example\r\n";

	@TempDir
	Path directory;

	@Test
	void findsTheClientBehindRealProxies() throws Exception {
		assumeTrue(Nginx.program().isPresent(), "nginx is not installed here: no test with a real proxy in front.");
		try (Nginx nginx = Nginx.before(this.port, this.directory)) {
			assertThat(seenFrom("127.0.0.5", "127.0.0.1", nginx.innerPort, "")).isEqualTo("127.0.0.5");
			assertThat(seenFrom("127.0.0.5", "127.0.0.1", nginx.innerPort, SPOOFED)).isEqualTo("127.0.0.5");
			assertThat(seenFrom("127.0.0.5", "127.0.0.1", nginx.outerPort, "")).isEqualTo("127.0.0.5");
			assertThat(seenFrom("127.0.0.6", "127.0.0.1", nginx.outerPort, SPOOFED)).isEqualTo("127.0.0.6");
			if (hasIpv6()) {
				assertThat(seenFrom("::1", "::1", nginx.innerPort, SPOOFED)).isEqualTo("0:0:0:0:0:0:0:1");
				assertThat(seenFrom("::1", "::1", nginx.outerPort, SPOOFED)).isEqualTo("0:0:0:0:0:0:0:1");
			}
		}
	}

	@Test
	void aClientThatComesPastTheProxiesIsNotBelieved() throws Exception {
		assertThat(seenFrom("127.0.0.5", "127.0.0.1", this.port, SPOOFED)).isEqualTo("127.0.0.5");
	}

	@Test
	void aNamedProxyIsBelievedAndAnEntryFarLeftIsNot() throws Exception {
		String header = "X-Forwarded-For: 127.0.0.77, 203.0.113.9, 192.0.2.7, 127.0.0.78\r\n";
		assertThat(seenFrom("127.0.0.77", "127.0.0.1", this.port, header)).isEqualTo("192.0.2.7");
	}

	/** The one address that goes inwards; no other forwarding header does. */
	private static String seenFrom(String client, String to, int port, String headers)
			throws IOException, InterruptedException {
		assertThat(RawClient.get(client, to, port, "/api/v1/payments", headers)).startsWith("HTTP/1.1 200");
		Map<String, List<String>> inwards = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		inwards.putAll(billing.taken().headers());
		assertThat(inwards).doesNotContainKeys("Forwarded", "X-Real-IP", "X-Forwarded-Host", "X-Forwarded-Proto",
				"X-Forwarded-Port", "X-Forwarded-Prefix");
		assertThat(inwards.get("X-Forwarded-For")).hasSize(1);
		return inwards.get("X-Forwarded-For").getFirst();
	}

	private static boolean hasIpv6() throws IOException {
		return NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.anyMatch((address) -> address.isLoopbackAddress() && address instanceof Inet6Address);
	}

}
