package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Requests that are sent once and must succeed. */
public final class OneRequest {

	private static final int REFUSED = 400;

	private OneRequest() {
	}

	/**
	 * Sends a GET request.
	 * @return the body of the response
	 */
	public static String get(String address, Map<String, String> headers) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(), address, headers);
	}

	/**
	 * Sends a POST request with JSON.
	 * @return the body of the response
	 */
	public static String post(String address, Map<String, String> headers, String json)
			throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder()
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)), address, headers);
	}

	/** Sends any request. */
	static String send(HttpRequest.Builder request, String address, Map<String, String> headers)
			throws IOException, InterruptedException {
		headers.forEach(request::header);
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(request.uri(URI.create(address)).build(),
					HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() >= REFUSED) {
				throw new IOException(address + ": " + response.statusCode() + " " + response.body());
			}
			return response.body();
		}
	}

}
