package city.plaza.local.suite;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Sends requests to addresses on this machine. */
public final class Http {

	private static final int LIMIT = (int) Duration.ofSeconds(2).toMillis();

	private Http() {
	}

	/**
	 * The status of the response to a GET.
	 * @throws IOException if there is no response within two seconds
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
