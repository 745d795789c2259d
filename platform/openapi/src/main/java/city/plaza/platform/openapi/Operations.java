package city.plaza.platform.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Walks through a description. */
final class Operations {

	private Operations() {
	}

	static Stream<Operation> of(OpenAPI api) {
		return (api.getPaths() == null) ? Stream.empty()
				: api.getPaths().values().stream().map(PathItem::readOperations).flatMap(List::stream);
	}

	static Stream<Content> requestContents(OpenAPI api) {
		return of(api).map(Operation::getRequestBody)
			.filter((body) -> body != null && body.getContent() != null)
			.map((body) -> body.getContent());
	}

	static Stream<Content> responseContents(OpenAPI api) {
		return of(api).filter((operation) -> operation.getResponses() != null)
			.flatMap((operation) -> operation.getResponses().values().stream())
			.filter((response) -> response.getContent() != null)
			.map((response) -> response.getContent());
	}

	@SuppressWarnings({ "rawtypes", "unchecked" })
	static Map<String, Schema<?>> schemas(OpenAPI api) {
		Map<String, Schema<?>> schemas = new TreeMap<>();
		if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
			api.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, (Schema<?>) schema));
		}
		return schemas;
	}

	/** Adds the names of all schemas that a schema leads to. */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	static void reach(@Nullable Schema schema, Map<String, Schema<?>> schemas, Set<String> reached) {
		if (schema == null) {
			return;
		}
		if (schema.get$ref() != null) {
			String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
			if (reached.add(name)) {
				reach(schemas.get(name), schemas, reached);
			}
		}
		reach(schema.getItems(), schemas, reached);
		if (schema.getAdditionalProperties() instanceof Schema values) {
			reach(values, schemas, reached);
		}
		Collection<Schema> properties = (schema.getProperties() != null) ? schema.getProperties().values() : List.of();
		Stream.of(properties, schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
			.filter(Objects::nonNull)
			.flatMap((parts) -> ((Collection<Schema>) parts).stream())
			.forEach((part) -> reach(part, schemas, reached));
	}

}
