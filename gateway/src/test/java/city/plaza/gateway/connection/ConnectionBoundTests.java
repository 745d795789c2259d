package city.plaza.gateway.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import city.plaza.gateway.client.TestProxies;
import city.plaza.gateway.connection.ConnectionBound.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionBoundTests {

	private final List<EmbeddedChannel> open = new ArrayList<>();

	@Test
	void countsAnAddressByItself() {
		ConnectionBound bound = bound(3, 6, 100);
		assertThat(enter(bound, 3, "203.0.113.1")).containsOnlyNulls();
		assertThat(enter(bound, 2, "203.0.113.1")).containsOnly(Refusal.TOO_MANY_OF_ONE);
		assertThat(enter(bound, 1, "203.0.113.2")).containsOnlyNulls();
	}

	@Test
	void countsASiteOverItsNetworks() {
		ConnectionBound bound = bound(3, 6, 100);
		assertThat(enter(bound, 3, "2001:db8:1:1::1")).containsOnlyNulls();
		assertThat(enter(bound, 3, "2001:db8:1:2::1")).containsOnlyNulls();
		assertThat(enter(bound, 1, "2001:db8:1:3::1")).containsOnly(Refusal.TOO_MANY_OF_ONE);
		assertThat(enter(bound, 1, "2001:db8:2:1::1")).containsOnlyNulls();
	}

	@Test
	void countsAllTogetherProxiesToo() {
		ConnectionBound bound = bound(3, 6, 5);
		assertThat(enter(bound, 5, "10.0.0.7")).containsOnlyNulls();
		assertThat(enter(bound, 1, "10.0.0.7")).containsOnly(Refusal.TOO_MANY_OF_ALL);
		assertThat(enter(bound, 1, "203.0.113.1")).containsOnly(Refusal.TOO_MANY_OF_ALL);
	}

	@Test
	void hasRoomAgainForEachThatIsClosedRefusedOnesToo() {
		ConnectionBound bound = bound(2, 4, 6);
		for (int round = 0; round < 5; round++) {
			List<Refusal> refusals = enter(bound, 8, "203.0.113.1");
			assertThat(refusals.stream().filter(Objects::isNull)).hasSize(2);
			assertThat(refusals.subList(6, 8)).containsOnly(Refusal.TOO_MANY_OF_ALL);
			this.open.forEach(EmbeddedChannel::close);
			this.open.clear();
		}
	}

	@ParameterizedTest
	@EnumSource
	void refusesWithAWholeResponse(Refusal refusal) {
		EmbeddedChannel channel = new EmbeddedChannel(new RefusedConnection(refusal));
		channel.pipeline().fireChannelActive();
		ByteBuf response = channel.readOutbound();
		assertThat(response.toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 " + refusal.status())
			.contains("\r\nRetry-After: ", "\r\nConnection: close\r\n", "\r\nContent-Length: 0\r\n")
			.endsWith("\r\n\r\n");
		response.release();
		assertThat(channel.isOpen()).isFalse();
	}

	private List<Refusal> enter(ConnectionBound bound, int times, String address) {
		List<Refusal> refusals = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			EmbeddedChannel channel = new From(address);
			this.open.add(channel);
			refusals.add(bound.enter(channel));
		}
		return refusals;
	}

	private static ConnectionBound bound(int perNetwork, int perSite, int total) {
		Duration any = Duration.ofSeconds(1);
		return new ConnectionBound(
				new ConnectionSettings(any, any, DataSize.ofKilobytes(1), any, any, perNetwork, perSite, total),
				TestProxies.of("10.0.0.0/8"));
	}

	/** A channel with the address of a client. */
	private static final class From extends EmbeddedChannel {

		private final SocketAddress client;

		From(String address) {
			this.client = new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
		}

		@Override
		public SocketAddress remoteAddress() {
			return this.client;
		}

	}

}
