package city.plaza.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Requests that need what the one before returned, over connections that are kept. Many
 * threads may use one. Redirects are not followed.
 */
public final class Conversation implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(TIMEOUT)
		.build();

	/**
	 * Sends a GET request.
	 * @throws UnexpectedStatus where the response has another status
	 */
	public HttpResponse<String> get(String address, Map<String, String> headers, int expected)
			throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(), address, headers, expected);
	}

	/**
	 * Sends a POST request with JSON, unless the headers name another type.
	 * @throws UnexpectedStatus where the response has another status
	 */
	public HttpResponse<String> post(String address, Map<String, String> headers, String body, int expected)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder()
			.setHeader("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
		return send(request, address, headers, expected);
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String address, Map<String, String> headers,
			int expected) throws IOException, InterruptedException {
		headers.forEach(request::setHeader);
		HttpResponse<String> response = this.client.send(request.uri(URI.create(address)).timeout(TIMEOUT).build(),
				HttpResponse.BodyHandlers.ofString());
		if (response.statusCode() != expected) {
			throw new UnexpectedStatus(response.statusCode(),
					address + ": " + response.statusCode() + " " + response.body());
		}
		return response;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
