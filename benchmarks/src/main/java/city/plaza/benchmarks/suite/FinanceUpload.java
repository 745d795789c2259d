package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports files as a member of finance staff, at billing-service itself. */
public final class FinanceUpload {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String BOUNDARY = "plaza-benchmark";

	private static final long PAUSE_MILLIS = 50;

	private static final Duration GOOD_FOR = Duration.ofMinutes(4);

	private final Suite suite;

	/** A file is sent to it, and below it is how far its import is. */
	private final String address;

	private String token = "";

	private long signedInAt;

	private FinanceUpload(Suite suite) {
		this.suite = suite;
		this.address = suite.service("billing-service", "/api/v1/finance/import-runs");
	}

	/** To the billing-service of a suite. */
	public static FinanceUpload to(Suite suite) {
		return new FinanceUpload(suite);
	}

	/**
	 * Sends a file and waits for the end of its import.
	 * @return how many rows were accepted, rejected and unchanged; none where there were
	 * none
	 */
	public Map<String, Long> send(String kind, byte[] csv) throws IOException, InterruptedException {
		String id = JSON.readTree(OneRequest.send(
				HttpRequest.newBuilder()
					.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
					.POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofByteArray(begin(kind)),
							HttpRequest.BodyPublishers.ofByteArray(csv), HttpRequest.BodyPublishers.ofString(end()))),
				this.address, authorization()))
			.required("id")
			.asString();
		while (true) {
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			Optional<Map<String, Long>> counts = ended(look(id));
			if (counts.isPresent()) {
				return counts.get();
			}
		}
	}

	/** A look that fails is repeated: the import goes on meanwhile. */
	private String look(String id) throws InterruptedException {
		try {
			return OneRequest.get(this.address + "/" + id, authorization());
		}
		catch (IOException refused) {
			return "{}";
		}
	}

	/** Tokens live five minutes, an import may take longer. */
	private Map<String, String> authorization() throws InterruptedException {
		if (System.nanoTime() - this.signedInAt > GOOD_FOR.toNanos() || this.token.isEmpty()) {
			this.token = this.suite.staffToken();
			this.signedInAt = System.nanoTime();
		}
		return Map.of("Authorization", "Bearer " + this.token);
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

	/**
	 * Reads how far an import is.
	 * @return its rows, once it is over
	 */
	static Optional<Map<String, Long>> ended(String run) {
		JsonNode json = JSON.readTree(run);
		String state = json.path("state").asString("");
		if (state.equals("failed")) {
			throw new IllegalStateException("The import failed: " + run);
		}
		if (!state.equals("finished")) {
			return Optional.empty();
		}
		Map<String, Long> counts = new TreeMap<>();
		for (String name : List.of("accepted", "rejected", "unchanged")) {
			long count = json.required(name).asLong();
			if (count > 0) {
				counts.put(name, count);
			}
		}
		return Optional.of(counts);
	}

}
