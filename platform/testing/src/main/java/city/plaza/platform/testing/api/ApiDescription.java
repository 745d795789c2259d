package city.plaza.platform.testing.api;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The description that a service under test serves. A service's tests ask it for
 * {@link #gaps()}, {@link #undocumentedCodes} and {@link #changes}; all are empty. That
 * real responses match the description is checked during all tests, see
 * {@link DescribedResponses}.
 */
public final class ApiDescription {

	/** Set to {@code true}, it writes the description of today as the released one. */
	private static final String WRITE = "plaza.api.write";

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private final String json;

	private final Description description;

	ApiDescription(String json) {
		this.json = json;
		this.description = new Description(json);
	}

	/**
	 * Fetches the description.
	 * @param client of the service
	 */
	public static ApiDescription of(WebTestClient client) {
		byte[] body = client.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
			.build()
			.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return new ApiDescription(sorted(new String((body != null) ? body : new byte[0], StandardCharsets.UTF_8)));
	}

	List<Description.Operation> operations() {
		return this.description.operations().toList();
	}

	/** What is not described, or has no example, or one that does not fit its schema. */
	public List<String> gaps() {
		return Completeness.gaps(this.description);
	}

	/**
	 * The codes that the service's classes make and no operation documents.
	 * @param service a class of the service
	 * @param others constants in the same classes that look like codes and are none
	 * @return sorted; empty where all are documented
	 */
	public Set<String> undocumentedCodes(Class<?> service, String... others) {
		try {
			Path classes = Path.of(service.getProtectionDomain().getCodeSource().getLocation().toURI());
			Set<String> codes = new TreeSet<>(ProblemCodes.in(classes));
			codes.removeAll(Set.of(others));
			codes.removeIf((code) -> this.json.contains("\"" + code + "\""));
			return codes;
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * How it differs from the description that was released last.
	 * @param released the file of that, such as {@code ../docs/api/v1/billing.json}
	 * @return what a client breaks on, or else that the file is to be written anew
	 * @throws IOException if the file can be neither read nor written
	 */
	public List<String> changes(Path released) throws IOException {
		boolean isWriting = Boolean.getBoolean(WRITE);
		if (!Files.exists(released) && !isWriting) {
			return List.of("There is no " + released + ". " + advice());
		}
		List<String> breaks = Files.exists(released)
				? DescriptionChanges.breaks(new Description(Files.readString(released)), this.description) : List.of();
		if (!breaks.isEmpty()) {
			return breaks.stream()
				.map((change) -> "Breaks clients, so it needs a version of its own: " + change)
				.collect(Collectors.toList());
		}
		if (isWriting) {
			Files.createDirectories(released.toAbsolutePath().getParent());
			Files.writeString(released, this.json);
		}
		return Files.readString(released).equals(this.json) ? List.of()
				: List.of("The API has changed, and no client breaks. " + advice());
	}

	private static String advice() {
		return "Write the description anew, and look at what changes in it: ./plaza test -pl <service> -am "
				+ "-Dtest=OpenApiTests -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true";
	}

	private static String sorted(String json) {
		Object tree = JSON.readValue(json, Object.class);
		return JSON.writeValueAsString(tree) + "\n";
	}

}
