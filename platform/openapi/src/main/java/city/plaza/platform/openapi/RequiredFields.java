package city.plaza.platform.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Says of each field whether it is required and whether it may be null. A request may
 * leave out what may be null; a response holds the null.
 */
final class RequiredFields implements GlobalOpenApiCustomizer {

	private final NullableFields nullable;

	RequiredFields(NullableFields nullable) {
		this.nullable = nullable;
	}

	@Override
	public void customise(OpenAPI api) {
		Map<String, Schema<?>> schemas = Operations.schemas(api);
		Set<String> requests = new HashSet<>();
		Operations.requestContents(api)
			.forEach((content) -> content.values()
				.forEach((media) -> Operations.reach(media.getSchema(), schemas, requests)));
		schemas.forEach((name, schema) -> describe(schema, this.nullable.of(name), requests.contains(name)));
	}

	private static void describe(Schema<?> schema, NullableFields.@Nullable Fields fields, boolean isRequest) {
		if (fields == null || schema.getProperties() == null) {
			return;
		}
		Set<String> declared = (schema.getRequired() != null) ? Set.copyOf(schema.getRequired()) : Set.of();
		Set<String> required = new TreeSet<>(schema.getProperties().keySet());
		required.removeAll(fields.leftOut());
		if (isRequest) {
			required.removeAll(fields.nullable());
		}
		required.addAll(declared);
		fields.nullable()
			.stream()
			.filter((name) -> !declared.contains(name) && !fields.leftOut().contains(name))
			.forEach((name) -> schema.getProperties().computeIfPresent(name, (key, property) -> orNull(property)));
		schema.setRequired(List.copyOf(required));
	}

	private static Schema<?> orNull(Schema<?> property) {
		if (property.get$ref() == null) {
			property.addType("null");
			if (property.getEnum() != null) {
				property.addEnumItemObject(null);
			}
			return property;
		}
		JsonSchema nothing = new JsonSchema();
		nothing.addType("null");
		Schema<Object> either = new JsonSchema();
		either.anyOf(List.of(property, nothing));
		either.setDescription(property.getDescription());
		property.setDescription(null);
		return either;
	}

}
