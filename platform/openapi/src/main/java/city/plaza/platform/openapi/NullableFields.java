package city.plaza.platform.openapi;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Notes which fields of a record may be null and which may be absent. A record says so
 * itself: every field is there and holds a value unless it is {@code @Nullable}; such a
 * field holds null, or is left out where {@link JsonInclude} says so.
 */
final class NullableFields implements ModelConverter {

	private final Map<String, Fields> bySchema = new ConcurrentHashMap<>();

	/**
	 * The fields of a schema.
	 *
	 * @param nullable may hold null
	 * @param leftOut absent in place of null
	 */
	record Fields(Set<String> nullable, Set<String> leftOut) {
	}

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		JavaType java = Json.mapper().constructType(type.getType());
		if (schema != null && java != null && java.getRawClass().isRecord()) {
			String ref = schema.get$ref();
			String name = (ref != null) ? ref.substring(ref.lastIndexOf('/') + 1) : schema.getName();
			if (name != null) {
				this.bySchema.put(name, fields(java.getRawClass()));
			}
		}
		return schema;
	}

	@Nullable Fields of(String schema) {
		return this.bySchema.get(schema);
	}

	/** Knows a schema by another name as well. */
	void alias(String known, String other) {
		Fields fields = this.bySchema.get(known);
		if (fields != null) {
			this.bySchema.put(other, fields);
		}
	}

	private static Fields fields(Class<?> type) {
		Set<String> nullable = new HashSet<>();
		Set<String> leftOut = new HashSet<>();
		for (RecordComponent component : type.getRecordComponents()) {
			boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
			if (isNullable) {
				nullable.add(component.getName());
			}
			if (isLeftOut(component, isNullable)) {
				leftOut.add(component.getName());
			}
		}
		return new Fields(nullable, leftOut);
	}

	private static boolean isLeftOut(RecordComponent component, boolean isNullable) {
		JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
		JsonInclude include = (own != null) ? own : component.getDeclaringRecord().getAnnotation(JsonInclude.class);
		return include != null && switch (include.value()) {
			case NON_EMPTY -> true;
			case NON_NULL -> isNullable;
			default -> false;
		};
	}

}
