package city.plaza.platform.openapi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which fields are required, and which may be null. */
class FieldsTests {

	record Plain(String must, @Nullable String may, int number, byte @Nullable [] bytes, @Nullable String[] elements,
			Map.@Nullable Entry<String, String> nested) {
	}

	record Including(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String goneIfNull,
			@JsonInclude(JsonInclude.Include.NON_NULL) String neverNull,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> goneIfEmpty,
			@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String always) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record IncludingAll(@Nullable String gone, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String always,
			String must) {
	}

	static class NoRecord {

		public @Nullable String may;

	}

	private final NullableFields nullable = new NullableFields();

	private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();

	@Test
	void mayBeNullWhereTheRecordSaysSoOfTheFieldItself() {
		assertThat(fields(Plain.class).nullable()).isEqualTo(Set.of("may", "bytes", "nested"));
		assertThat(fields(Plain.class).leftOut()).isEmpty();
	}

	@Test
	void areLeftOutWhereTheFieldOrElseItsRecordSaysSo() {
		assertThat(fields(Including.class).nullable()).isEqualTo(Set.of("goneIfNull", "always"));
		assertThat(fields(Including.class).leftOut()).isEqualTo(Set.of("goneIfNull", "goneIfEmpty"));
		assertThat(fields(IncludingAll.class).leftOut()).isEqualTo(Set.of("gone"));
	}

	@Test
	void areKnownByEveryNameOfTheSchemaAndOfRecordsAlone() {
		fields(Plain.class);
		this.nullable.alias("Plain", "Other");
		this.nullable.alias("Nothing", "Nobody");
		assertThat(this.nullable.of("Other")).isEqualTo(this.nullable.of("Plain"));
		assertThat(this.nullable.of("Nobody")).isNull();
		resolve(NoRecord.class, new Schema<>().$ref("NoRecord"));
		assertThat(this.nullable.of("NoRecord")).isNull();
		resolve(Plain.class, new Schema<>().name("Named"));
		assertThat(this.nullable.of("Named")).isNotNull();
		resolve(Plain.class, new Schema<>());
	}

	@Test
	void ofAResponseAreRequiredAndHoldNull() {
		add("Plain", Plain.class, "must", "may");
		describe(null);
		assertThat(this.schemas.get("Plain").getRequired()).containsExactly("may", "must");
		assertThat(types("Plain", "may")).containsExactly("string", "null");
		assertThat(types("Plain", "must")).containsExactly("string");
	}

	@Test
	void ofARequestMayBeLeftOutWhereTheyMayBeNull() {
		add("Plain", Plain.class, "must", "may");
		describe(new JsonSchema().$ref("Plain"));
		assertThat(this.schemas.get("Plain").getRequired()).containsExactly("must");
		assertThat(types("Plain", "may")).containsExactly("string", "null");
	}

	@Test
	void thatAreLeftOutAreNeitherRequiredNorNull() {
		add("Including", Including.class, "goneIfNull", "goneIfEmpty", "neverNull", "always");
		describe(null);
		assertThat(this.schemas.get("Including").getRequired()).containsExactly("always", "neverNull");
		assertThat(types("Including", "goneIfNull")).containsExactly("string");
		assertThat(types("Including", "goneIfEmpty")).containsExactly("string");
	}

	@Test
	void thatAConstraintRequiresAreRequiredAndNeverNull() {
		add("Plain", Plain.class, "must", "may");
		this.schemas.get("Plain").setRequired(List.of("may"));
		describe(new JsonSchema().$ref("Plain"));
		assertThat(this.schemas.get("Plain").getRequired()).containsExactly("may", "must");
		assertThat(types("Plain", "may")).containsExactly("string");
	}

	@Test
	void ofAnotherSchemaAreThatOrNull() {
		add("Plain", Plain.class, "must", "may");
		this.schemas.get("Plain").addProperty("may", new JsonSchema().$ref("Money").description("how much"));
		describe(null);
		Schema<?> either = property("Plain", "may");
		assertThat(either.getDescription()).isEqualTo("how much");
		assertThat(either.getAnyOf()).hasSize(2);
		Schema<?> money = either.getAnyOf().get(0);
		assertThat(money.get$ref()).isEqualTo("#/components/schemas/Money");
		assertThat(money.getDescription()).isNull();
		Schema<?> nothing = either.getAnyOf().get(1);
		assertThat(nothing.getTypes()).isEqualTo(Set.of("null"));
	}

	@Test
	void ofAListOfWordsMayBeNullToo() {
		add("Plain", Plain.class, "must", "may");
		Schema<Object> choice = text();
		choice.addEnumItemObject("a");
		this.schemas.get("Plain").addProperty("may", choice);
		describe(null);
		assertThat(property("Plain", "may").getEnum()).isEqualTo(Arrays.asList("a", null));
	}

	@Test
	void ofWhateverARequestLeadsToAreThoseOfARequest() {
		for (String name : List.of("Item", "Field", "Part", "Either", "Value")) {
			add(name, Plain.class, "must", "may");
		}
		add("Beside", Plain.class, "must", "may");
		Schema<Object> order = new JsonSchema();
		order.addProperty("items", new JsonSchema().items(new JsonSchema().$ref("Item")));
		order.addProperty("field", new JsonSchema().$ref("Field"));
		order.addProperty("part", new JsonSchema().allOf(List.of(new JsonSchema().$ref("Part"))));
		order.addProperty("either", new JsonSchema().anyOf(List.of(new JsonSchema().$ref("Either"))));
		order.addProperty("values", new JsonSchema().additionalProperties(new JsonSchema().$ref("Value")));
		order.addProperty("self", new JsonSchema().$ref("Order"));
		this.schemas.put("Order", order);
		describe(new JsonSchema().$ref("Order"));
		assertThat(List.of("Item", "Field", "Part", "Either", "Value"))
			.allSatisfy((name) -> assertThat(this.schemas.get(name).getRequired()).as(name).containsExactly("must"));
		assertThat(this.schemas.get("Beside").getRequired()).containsExactly("may", "must");
	}

	private NullableFields.Fields fields(Class<?> type) {
		resolve(type, new Schema<>().$ref(type.getSimpleName()));
		NullableFields.Fields fields = this.nullable.of(type.getSimpleName());
		assertThat(fields).isNotNull();
		return fields;
	}

	private void resolve(Class<?> type, Schema<?> schema) {
		ModelConverter next = (annotated, context, chain) -> schema;
		this.nullable.resolve(new AnnotatedType(type), new ModelConverterContextImpl(List.of()),
				List.of(next).iterator());
	}

	private void add(String name, Class<?> type, String... properties) {
		resolve(type, new Schema<>().$ref(name));
		Schema<Object> schema = new JsonSchema();
		for (String property : properties) {
			schema.addProperty(property, text());
		}
		this.schemas.put(name, schema);
	}

	private void describe(@Nullable Schema<?> request) {
		Components components = new Components();
		this.schemas.forEach(components::addSchemas);
		OpenAPI api = new OpenAPI().components(components);
		if (request != null) {
			Content content = new Content().addMediaType("application/json", new MediaType().schema(request));
			api.paths(new Paths().addPathItem("/orders",
					new PathItem().post(new Operation().requestBody(new RequestBody().content(content)))));
		}
		new RequiredFields(this.nullable).customise(api);
	}

	private Schema<?> property(String schema, String name) {
		return (Schema<?>) this.schemas.get(schema).getProperties().get(name);
	}

	private Set<String> types(String schema, String name) {
		return property(schema, name).getTypes();
	}

	private static Schema<Object> text() {
		JsonSchema text = new JsonSchema();
		text.addType("string");
		return text;
	}

}
