package city.plaza.platform.openapi;

import java.util.Locale;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Makes sentences of the Javadoc that describes schemas and their fields. */
final class Sentences implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI api) {
		Operations.schemas(api).values().forEach(Sentences::describe);
	}

	private static void describe(Schema<?> schema) {
		schema.setDescription(sentence(schema.getDescription()));
		if (schema.getProperties() != null) {
			schema.getProperties().values().forEach((field) -> field.setDescription(sentence(field.getDescription())));
		}
	}

	static @Nullable String sentence(@Nullable String javadoc) {
		if (javadoc == null || javadoc.isBlank()) {
			return null;
		}
		String text = javadoc.replaceAll("</?code>", "`").replaceAll("\\s+", " ").strip();
		String first = text.substring(0, 1).toUpperCase(Locale.ROOT);
		return first + text.substring(1) + (text.matches(".*[.!?]") ? "" : ".");
	}

}
