package city.plaza.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests and reads JSON responses.
 *
 * @param base what the paths of requests are resolved against
 * @param accessToken empty for an anonymous caller
 */
record Http(HttpClient client, URI base, String accessToken) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final int FIRST_REFUSAL = 300;

	static Http at(URI base) {
		return new Http(HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(5))
			.followRedirects(HttpClient.Redirect.NEVER)
			.build(), base, "");
	}

	Http with(String token) {
		return new Http(this.client, this.base, token);
	}

	<T> T get(String path, Class<T> type) throws InterruptedException {
		return read("GET " + path, send("GET", path, Map.of(), HttpRequest.BodyPublishers.noBody()), type);
	}

	String getText(String path) throws InterruptedException {
		return send("GET", path, Map.of(), HttpRequest.BodyPublishers.noBody()).body();
	}

	void delete(String path) throws InterruptedException {
		send("DELETE", path, Map.of(), HttpRequest.BodyPublishers.noBody());
	}

	void post(String path) throws InterruptedException {
		send("POST", path, Map.of(), HttpRequest.BodyPublishers.noBody());
	}

	<T> T post(String path, Object body, Class<T> type) throws InterruptedException {
		return post(path, Map.of(), body, type);
	}

	<T> T post(String path, Map<String, String> headers, Object body, Class<T> type) throws InterruptedException {
		Map<String, String> all = new HashMap<>(headers);
		all.put("Content-Type", "application/json");
		byte[] json = JSON.writeValueAsBytes(body);
		return read("POST " + path, send("POST", path, all, HttpRequest.BodyPublishers.ofByteArray(json)), type);
	}

	<T> T postForm(String path, MultipartForm form, Class<T> type) throws InterruptedException {
		return read("POST " + path, send("POST", path, Map.of("Content-Type", form.contentType()), form.publisher()),
				type);
	}

	<T> T postCsv(String path, String csv, Class<T> type) throws InterruptedException {
		return read("POST " + path,
				send("POST", path, Map.of("Content-Type", "text/csv"), HttpRequest.BodyPublishers.ofString(csv)), type);
	}

	/** A value as a path or a query can carry it. */
	static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private HttpResponse<String> send(String method, String path, Map<String, String> headers,
			HttpRequest.BodyPublisher body) throws InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path))
			.timeout(TIMEOUT)
			.method(method, body);
		headers.forEach(request::header);
		if (!this.accessToken.isEmpty()) {
			request.header("Authorization", "Bearer " + this.accessToken);
		}
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() >= FIRST_REFUSAL) {
				throw refusal(method + " " + path, response);
			}
			return response;
		}
		catch (IOException ex) {
			throw UnexpectedResponse.none(method + " " + path, ex);
		}
	}

	private static UnexpectedResponse refusal(String request, HttpResponse<String> response) {
		return new UnexpectedResponse(request, response.statusCode(), code(response.body()), response.body());
	}

	private static String code(String body) {
		try {
			return JSON.readTree(body).path("code").asString("");
		}
		catch (JacksonException ex) {
			return "";
		}
	}

	private static <T> T read(String request, HttpResponse<String> response, Class<T> type) {
		try {
			T value = JSON.readValue(response.body(), type);
			if (value != null) {
				return value;
			}
		}
		catch (JacksonException ex) {
			UnexpectedResponse unreadable = new UnexpectedResponse(request, response.statusCode(), "", response.body());
			unreadable.initCause(ex);
			throw unreadable;
		}
		// The text null is JSON as well.
		throw new UnexpectedResponse(request, response.statusCode(), "", response.body());
	}

}
