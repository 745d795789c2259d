package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports files as a member of finance staff, at billing-service itself. */
public final class FinanceUpload {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String BOUNDARY = "plaza-benchmark";

	private static final int OK = 200;

	private final String address;

	private final String token;

	private FinanceUpload(String address, String token) {
		this.address = address;
		this.token = token;
	}

	/** With a new token: it has to be good until the import has ended. */
	public static FinanceUpload signedIn(Suite suite) throws InterruptedException {
		return new FinanceUpload(suite.service("billing-service", "/api/v1/finance/imports"), suite.staffToken());
	}

	/**
	 * Sends a file and waits for the end of its import.
	 * @return how many rows were accepted, rejected and unchanged; none where there were
	 * none
	 */
	public Map<String, Long> send(String kind, byte[] csv) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address))
			.header("Authorization", "Bearer " + this.token)
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofByteArray(begin(kind)),
					HttpRequest.BodyPublishers.ofByteArray(csv), HttpRequest.BodyPublishers.ofString(end())))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != OK) {
				throw new IOException("The import got " + response.statusCode() + " " + response.body());
			}
			return counts(response.body());
		}
	}

	static byte[] begin(String kind) {
		return """
				--%1$s
				Content-Disposition: form-data; name="kind"

				%2$s
				--%1$s
				Content-Disposition: form-data; name="dryRun"

				false
				--%1$s
				Content-Disposition: form-data; name="file"; filename="bills.csv"
				Content-Type: text/csv

				""".formatted(BOUNDARY, kind).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
	}

	private static String end() {
		return "\r\n--" + BOUNDARY + "--\r\n";
	}

	static Map<String, Long> counts(String report) {
		JsonNode json = JSON.readTree(report);
		Map<String, Long> counts = new TreeMap<>();
		for (String name : List.of("accepted", "rejected", "unchanged")) {
			long count = json.required(name).asLong();
			if (count > 0) {
				counts.put(name, count);
			}
		}
		return counts;
	}

}
