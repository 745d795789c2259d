package city.plaza.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The contracts of events: who publishes one tests it by {@link #assertMatches}, who
 * reads one tests that it reads the {@link #sample}.
 */
public final class GoldenSamples {

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private GoldenSamples() {
	}

	/**
	 * The sample of an event.
	 * @param topic the stream
	 * @param type such as {@code CustomerChanged}
	 * @return its JSON
	 */
	public static String sample(String topic, String type) {
		return read(topic, type + ".sample.json");
	}

	/**
	 * The schema of an event.
	 * @param topic its topic
	 * @param type its name
	 * @return the JSON Schema
	 */
	public static String schema(String topic, String type) {
		return read(topic, type + ".schema.json");
	}

	/**
	 * Asserts that an event's body keeps its contract: JSON Schema, formats included.
	 * @param topic the stream
	 * @param type such as {@code CustomerChanged}
	 * @param json the body
	 */
	public static void assertMatches(String topic, String type, String json) {
		List<Error> errors = SCHEMAS.getSchema(read(topic, type + ".schema.json"), InputFormat.JSON)
			.validate(json, InputFormat.JSON,
					(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
		if (!errors.isEmpty()) {
			throw new AssertionError("Not a " + type + " of " + topic + ": " + errors + " in " + json);
		}
	}

	/**
	 * Asserts that an event's body keeps its contract: JSON Schema, formats included.
	 * @param topic the stream
	 * @param type such as {@code CustomerChanged}
	 * @param json the body
	 */
	public static void assertMatches(String topic, String type, JsonNode json) {
		assertMatches(topic, type, json.toString());
	}

	private static String read(String topic, String file) {
		String path = "/contracts/" + topic + "/" + file;
		try (InputStream found = GoldenSamples.class.getResourceAsStream(path)) {
			if (found == null) {
				throw new IllegalArgumentException("There is no contract " + path);
			}
			return new String(found.readAllBytes(), UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
