package city.plaza.platform.openapi;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SentencesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
			value = { "a word|A word.", "A word.|A word.", " a\\n\\tword \\r\\n more |A word more.", "why?|Why?",
					"stop!|Stop!", "x|X.", ".|.", "ß|SS.", "ćma|Ćma.", "\uD83D\uDE00 smiles|\uD83D\uDE00 smiles.",
					"<code>USD</code> or <code>CAD</code>|`USD` or `CAD`.", "|", " \\n |", "7 days|7 days.",
					"such as `USD`|Such as `USD`." })
	void begin(@Nullable String javadoc, @Nullable String sentence) {
		assertThat(Sentences.sentence((javadoc != null) ? javadoc.translateEscapes() : null)).isEqualTo(sentence);
		assertThat(Sentences.sentence(sentence)).as("a sentence stays one").isEqualTo(sentence);
	}

	@Test
	void areMadeOfEverySchemaAndField() {
		Schema<Object> field = new Schema<>();
		field.setDescription("how many");
		Schema<Object> bare = new Schema<>();
		Schema<Object> schema = new Schema<>();
		schema.setDescription("an order");
		schema.addProperty("count", field);
		schema.addProperty("bare", bare);
		OpenAPI api = new OpenAPI()
			.components(new Components().addSchemas("Order", schema).addSchemas("Bare", new Schema<>()));
		new Sentences().customise(api);
		assertThat(schema.getDescription()).isEqualTo("An order.");
		assertThat(field.getDescription()).isEqualTo("How many.");
		assertThat(bare.getDescription()).isNull();
		new Sentences().customise(new OpenAPI());
	}

	@Test
	void ofAnArrayAreNone() {
		assertThat(List.of(byte[].class, String[][].class))
			.allSatisfy((type) -> assertThat(new Javadoc().getClassJavadoc(type)).isEmpty());
	}

}
