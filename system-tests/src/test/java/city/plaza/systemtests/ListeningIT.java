package city.plaza.systemtests;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A socket that listens on all addresses can be reached at 127.0.0.2 on Linux, one that
 * listens on 127.0.0.1 cannot: no network is needed to see the difference.
 */
@EnabledOnOs(OS.LINUX)
@OnRunningSuite
class ListeningIT {

	private static final int LIMIT_MILLIS = 2_000;

	private final RunningSuite suite = RunningSuite.get();

	@Test
	void everythingListensOnThisMachineOnly() {
		Map<String, Integer> ports = this.suite.ports().byLabel();
		assertThat(ports).allSatisfy((name, port) -> {
			assertThat(isReached("127.0.0.1", port)).as(name).isTrue();
			assertThat(isReached("127.0.0.2", port)).as(name).isFalse();
		});
	}

	private static boolean isReached(String address, int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address, port), LIMIT_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
