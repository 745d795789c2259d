package city.plaza.local.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KafkaProbeTests {

	@Test
	void doesNotTakeAnOpenPortForABroker() throws IOException {
		try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> KafkaProbe.serves("127.0.0.1:" + open.getLocalPort(), 100))
				.withMessageContaining("Timeout");
		}
	}

}
