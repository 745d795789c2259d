package city.plaza.local.server;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Requests the nodes of a Kafka cluster. A broker's port accepts connections well before
 * it serves.
 */
final class KafkaProbe {

	private static final int TIMEOUT_MILLIS = 2_000;

	private KafkaProbe() {
	}

	/**
	 * Whether a broker serves, at the latest after two seconds.
	 * @throws IOException if there is no response
	 */
	static boolean serves(String address) throws IOException {
		return serves(address, TIMEOUT_MILLIS);
	}

	/** The same with another timeout. */
	static boolean serves(String address, int timeoutMillis) throws IOException {
		try (Admin admin = Admin.create(
				Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
						timeoutMillis, AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis))) {
			return !admin.describeCluster().nodes().get().isEmpty();
		}
		catch (ExecutionException ex) {
			throw new IOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
