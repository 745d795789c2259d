package city.plaza.gateway.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientNetworkTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.9, 203.0.113.9, 203.0.113.9", "0.0.0.0, 0.0.0.0, 0.0.0.0",
			"::ffff:203.0.113.9, 203.0.113.9, 203.0.113.9", "2001:db8:1:2::1, 20010db800010002/64, 20010db80001/48",
			"2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64, 20010db80001/48",
			"2001:db8:1:3::1, 20010db800010003/64, 20010db80001/48", "::1, 0000000000000000/64, 000000000000/48",
			"ffff:ffff:ffff:ffff::, ffffffffffffffff/64, ffffffffffff/48" })
	void countsAHouseholdAndASiteTogether(String address, String network, String site) {
		assertThat(ClientNetwork.of(InetAddress.ofLiteral(address))).isEqualTo(new ClientNetwork(network, site));
	}

	@Test
	void countsAllWithoutAnAddressAsOne() {
		ClientNetwork unknown = new ClientNetwork("unknown", "unknown");
		assertThat(ClientNetwork.of((SocketAddress) null)).isEqualTo(unknown);
		assertThat(ClientNetwork.of(InetSocketAddress.createUnresolved("plaza.example", 1))).isEqualTo(unknown);
		assertThat(ClientNetwork.of(new EmbeddedChannel().remoteAddress())).isEqualTo(unknown);
	}

}
