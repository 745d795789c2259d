package city.plaza.portal.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service can respond, as its released description says: a code that is added
 * there fails the test of the form that would not show it.
 */
public final class ReleasedApi {

	/** Whatever was asked for, these can come; they are no matter of a form. */
	private static final Set<String> OF_EVERY_OPERATION = Set.of("malformed-request", "unauthenticated", "forbidden",
			"not-found", "not-acceptable", "request-too-slow", "request-too-large", "unsupported-media-type",
			"invalid-request", "too-many-requests", "internal-error", "temporarily-unavailable", "busy",
			"proof-needed");

	private final JsonNode description;

	private ReleasedApi(JsonNode description) {
		this.description = description;
	}

	/**
	 * Reads a description.
	 * @param service its name, such as {@code billing}
	 * @return of version 1
	 */
	public static ReleasedApi of(String service) {
		try {
			return new ReleasedApi(
					JsonMapper.shared().readTree(Files.readString(Path.of("../docs/api/v1", service + ".json"))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The codes of problems that operations can respond, but for those of all of them.
	 */
	public Set<String> problems(String... operations) {
		Set<String> codes = Arrays.stream(operations)
			.flatMap(this::examples)
			.map((example) -> example.path("code").asString())
			.collect(Collectors.toCollection(TreeSet::new));
		codes.removeAll(OF_EVERY_OPERATION);
		assertThat(codes).as("problems of %s", Arrays.toString(operations)).isNotEmpty();
		return codes;
	}

	/** What an operation can find wrong with a field. */
	public Set<String> violations(String operation, String field) {
		Set<String> codes = examples(operation).flatMap((example) -> example.path("errors").valueStream())
			.filter((error) -> error.path("field").asString().equals(field))
			.map((error) -> error.path("code").asString())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(codes).as("violations of %s", field).isNotEmpty();
		return codes;
	}

	/** All values that a field can have. */
	public Set<String> values(String schema, String field) {
		Set<String> values = this.description.path("components")
			.path("schemas")
			.path(schema)
			.path("properties")
			.path(field)
			.path("enum")
			.valueStream()
			.filter((value) -> !value.isNull())
			.map(JsonNode::asString)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(values).as("values of %s.%s", schema, field).isNotEmpty();
		return values;
	}

	/** Codes that the tables of the forms show. */
	public static Set<String> shownBy(Form... forms) {
		return Arrays.stream(forms)
			.flatMap((form) -> form.refusals().all().stream())
			.map(FormError::code)
			.collect(Collectors.toSet());
	}

	private Stream<JsonNode> examples(String operation) {
		JsonNode found = this.description.path("paths")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.filter((described) -> described.path("operationId").asString("").equals(operation))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No operation " + operation));
		return found.path("responses")
			.valueStream()
			.flatMap((response) -> response.path("content")
				.path("application/problem+json")
				.path("examples")
				.valueStream())
			.map((example) -> example.path("value"));
	}

}
