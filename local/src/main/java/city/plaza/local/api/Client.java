package city.plaza.local.api;

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
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP with Plaza's gateway, as a mobile app would: with a bearer token or
 * without.
 */
public final class Client {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String BOUNDARY = "plaza-part-of-form";

	/** Stands for an answer where there was none. */
	private static final int NO_ANSWER = 503;

	private final HttpClient http;

	private final URI gateway;

	private final String token;

	private Client(HttpClient http, URI gateway, String token) {
		this.http = http;
		this.gateway = gateway;
		this.token = token;
	}

	/** A client without a token. */
	public static Client of(URI gateway) {
		return new Client(HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(5))
			.followRedirects(HttpClient.Redirect.NEVER)
			.build(), gateway, "");
	}

	/** The same client with a token. */
	public Client with(String accessToken) {
		return new Client(this.http, this.gateway, accessToken);
	}

	public Answer get(String path) throws InterruptedException {
		return send("GET", path, Map.of(), HttpRequest.BodyPublishers.noBody());
	}

	public Answer delete(String path) throws InterruptedException {
		return send("DELETE", path, Map.of(), HttpRequest.BodyPublishers.noBody());
	}

	public Answer post(String path, Object body) throws InterruptedException {
		return post(path, Map.of(), body);
	}

	/** Posts JSON with further headers. */
	public Answer post(String path, Map<String, String> headers, Object body) throws InterruptedException {
		Map<String, String> all = new HashMap<>(headers);
		all.put("Content-Type", "application/json");
		return send("POST", path, all, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
	}

	/** Posts what a browser would for a plain form. */
	public Answer postForm(String address, Map<String, String> fields) throws InterruptedException {
		String body = fields.entrySet()
			.stream()
			.map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return send("POST", address, Map.of("Content-Type", "application/x-www-form-urlencoded"),
				HttpRequest.BodyPublishers.ofString(body));
	}

	/** Posts a form with a CSV file in it. */
	public Answer postFile(String path, Map<String, String> fields, byte[] file) throws InterruptedException {
		StringBuilder head = new StringBuilder();
		fields.forEach((name, value) -> head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
			.append(name)
			.append("\"\r\n\r\n")
			.append(value)
			.append("\r\n"));
		head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"import.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n");
		HttpRequest.BodyPublisher whole = HttpRequest.BodyPublishers.concat(
				HttpRequest.BodyPublishers.ofString(head.toString()), HttpRequest.BodyPublishers.ofByteArray(file),
				HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
		return send("POST", path, Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY), whole);
	}

	/** A value as it may stand in a query or a form. */
	public static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private Answer send(String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher body)
			throws InterruptedException {
		String request = method + " " + path;
		HttpRequest.Builder builder = HttpRequest.newBuilder(this.gateway.resolve(path))
			.timeout(LIMIT)
			.method(method, body);
		headers.forEach(builder::header);
		if (!this.token.isEmpty()) {
			builder.header("Authorization", "Bearer " + this.token);
		}
		try {
			HttpResponse<String> response = this.http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(request, response.statusCode(), Answer.firstValues(response.headers().map()),
					response.body());
		}
		catch (IOException ex) {
			return new Answer(request, NO_ANSWER, Map.of(), "no answer: " + ex);
		}
	}

}
