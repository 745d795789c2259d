package city.plaza.local;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import city.plaza.local.suite.UsageException;
import city.plaza.local.terminal.Terminal;
import city.plaza.local.topology.Service;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has every service that keeps an audit trail walk it. Ends with 0 only if all are whole.
 */
final class VerifyAudit {

	/** The services with a trail. */
	static final List<Service> KEEPERS = List.of(Service.IDENTITY, Service.BILLING);

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final Place place;

	private final Terminal terminal;

	VerifyAudit(Place place, Terminal terminal) {
		this.place = place;
		this.terminal = terminal;
	}

	/**
	 * Verifies the trails.
	 * @param arguments {@code verify}, then anchors from the log such as
	 * {@code billing-service=42:0f...}
	 */
	int run(List<String> arguments) throws IOException, InterruptedException {
		Map<String, String> anchors = anchors(arguments.subList(1, arguments.size()));
		boolean whole = true;
		try (HttpClient client = HttpClient.newHttpClient()) {
			for (Service service : KEEPERS) {
				whole &= verify(client, service, anchors.get(service.module()));
			}
		}
		return whole ? 0 : 1;
	}

	private static Map<String, String> anchors(List<String> arguments) {
		if (!arguments.stream().allMatch((argument) -> argument.matches("[a-z-]+=[0-9]+:[0-9a-f]{64}"))) {
			throw new UsageException("An anchor is written like billing-service=42:0f... (64 digits of a hash), as the "
					+ "service's log has it after \"Audit anchor\".");
		}
		return arguments.stream()
			.map((argument) -> argument.split("=", 2))
			.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1]));
	}

	private boolean verify(HttpClient client, Service service, @Nullable String anchor)
			throws IOException, InterruptedException {
		String address = "http://127.0.0.1:" + this.place.ports().of(service.port()) + "/actuator/audittrail"
				+ ((anchor != null) ? "?anchor=" + anchor : "");
		HttpResponse<String> response;
		try {
			response = client.send(HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (ConnectException ex) {
			this.terminal.error(service.module() + ": does not run here. Start it by ./plaza up");
			return false;
		}
		if (response.statusCode() != 200) {
			this.terminal.error(service.module() + ": could not verify, status " + response.statusCode());
			return false;
		}
		JsonNode verdict = JsonMapper.shared().readTree(response.body());
		this.terminal.line(service.module() + ": " + text(verdict));
		return verdict.get("whole").asBoolean();
	}

	static String text(JsonNode verdict) {
		long entries = verdict.get("entries").asLong();
		if (verdict.get("whole").asBoolean()) {
			return entries + " entries are whole"
					+ (verdict.has("head") ? ", up to " + verdict.get("head").asString() : "");
		}
		JsonNode finding = verdict.get("finding");
		return "entry " + finding.get("sequence").asLong() + " is " + finding.get("kind").asString()
				+ (finding.has("entry") ? " (" + finding.get("entry").asString() + ")" : "") + "; the " + entries
				+ " before are whole";
	}

}
