package city.plaza.local.suite;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks an address on this machine how it is. */
public final class Http {

	private static final int LIMIT = (int) Duration.ofSeconds(2).toMillis();

	private Http() {
	}

	/**
	 * The status that a GET is answered with.
	 * @throws IOException if nobody answers within two seconds
	 */
	public static int status(String address) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
		connection.setConnectTimeout(LIMIT);
		connection.setReadTimeout(LIMIT);
		connection.setInstanceFollowRedirects(false);
		try {
			return connection.getResponseCode();
		}
		finally {
			connection.disconnect();
		}
	}

}
