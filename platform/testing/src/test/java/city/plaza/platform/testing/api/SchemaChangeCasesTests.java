package city.plaza.platform.testing.api;

import java.util.List;

import city.plaza.platform.testing.api.SchemaChanges.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaChangeCasesTests {

	private static final JsonMapper JSON = new JsonMapper();

	// Each line: before, after, whether a request breaks, whether a response breaks. The
	// way back has to break just the other direction.
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{}                                 | {'type':'string'}                    | true  | false
					{}                                 | {'enum':['a']}                       | true  | false
					{}                                 | {'exclusiveMinimum':0}               | true  | false
					{}                                 | {'maxLength':9}                      | true  | false
					{}                                 | {'uniqueItems':true}                 | true  | false
					{}                                 | {'multipleOf':5}                     | true  | false
					{}                                 | {'const':'a'}                        | true  | false
					{}                                 | {'minProperties':1}                  | true  | false
					{'type':'number'}                  | {'type':'integer'}                   | true  | false
					{'type':['string','null']}         | {'type':'string'}                    | true  | false
					{'minLength':1}                    | {'minLength':2}                      | true  | false
					{'maxLength':9}                    | {'maxLength':8}                      | true  | false
					{'exclusiveMinimum':0}             | {'exclusiveMinimum':1}               | true  | false
					{'exclusiveMaximum':10}            | {'exclusiveMaximum':9}               | true  | false
					{'maximum':1.5}                    | {'maximum':1.25}                     | true  | false
					{'minItems':0}                     | {'minItems':1}                       | true  | false
					{}                                 | {'items':{'type':'string'}}          | true  | false
					{'items':{}}                       | {'items':{'maxLength':5}}            | true  | false
					{'properties':{'a':{}}}            | {'properties':{'a':{}},'required':['a']} | true | false
					{'anyOf':[{'type':'string'},{'type':'null'}]} | {'anyOf':[{'type':'string'}]} | true | false
					{'anyOf':[{'type':'string'},{'type':'null'}]} | {'type':'string'}         | true  | false
					{'oneOf':[{'type':'string'},{'type':'null'}]} | {'type':'null'}           | true  | false
					{'anyOf':[{'maxLength':9},{'type':'null'}]} | {'anyOf':[{'type':'null'},{'maxLength':8}]} | true | false
					{'properties':{'a':{'anyOf':[{'type':'object'},{'type':'null'}]}}} | {'properties':{'a':{'type':'object'}}} | true | false
					{'allOf':[{'minLength':1}]}        | {'allOf':[{'minLength':1},{'maxLength':9}]} | true | false
					{'allOf':[{'properties':{'a':{}}}]} | {'allOf':[{'properties':{'a':{}},'required':['a']}]} | true | false
					{'additionalProperties':{}}        | {'additionalProperties':{'type':'string'}} | true | false
					{'additionalProperties':{'maxLength':9}} | {'additionalProperties':{'maxLength':8}} | true | false
					""")
	void knowsWhatBecomesNarrowerForAWriterAndWiderForAReader(String wide, String narrow, boolean request,
			boolean response) {
		assertThat(breaks(wide, narrow, Direction.REQUEST)).as("request").isEqualTo(request);
		assertThat(breaks(wide, narrow, Direction.RESPONSE)).as("response").isEqualTo(response);
		assertThat(breaks(narrow, wide, Direction.REQUEST)).as("request, back").isEqualTo(response);
		assertThat(breaks(narrow, wide, Direction.RESPONSE)).as("response, back").isEqualTo(request && !isList(narrow));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{'type':'string'}                  | {'type':'integer'}
			{'format':'date'}                  | {'format':'date-time'}
			{'pattern':'a'}                    | {'pattern':'b'}
			{'const':'a'}                      | {'const':'b'}
			{'properties':{'a':{}}}            | {'properties':{'b':{}}}
			{'items':{'type':'string'}}        | {'items':{'type':'object'}}
			{'anyOf':[{'type':'string'},{'type':'null'}]} | {'anyOf':[{'type':'integer'},{'type':'null'}]}
			{'type':'object'}                  | {'anyOf':[{'type':'string'},{'type':'null'}]}
			{'additionalProperties':{'type':'string'}} | {'additionalProperties':{'type':'integer'}}
			""")
	void knowsWhatBreaksEverybody(String before, String after) {
		for (Direction direction : Direction.values()) {
			assertThat(breaks(before, after, direction)).as("%s", direction).isTrue();
			assertThat(breaks(after, before, direction)).as("%s, back", direction).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{'description':'a'}                | {'description':'b'}
			{'example':1}                      | {}
			{'default':1}                      | {'default':2}
			{'properties':{'a':{}}}            | {'properties':{'a':{},'b':{'type':'string'}}}
			{'type':['string','null']}         | {'type':['null','string']}
			{'required':['a','b']}             | {'required':['b','a']}
			{'anyOf':[{'type':'string'},{'type':'null'}]} | {'anyOf':[{'type':'null'},{'type':'string'}]}
			{'anyOf':[{'type':'string'}]}      | {'oneOf':[{'type':'string'}]}
			{'anyOf':[{'type':'string'}]}      | {'type':'string'}
			{'minimum':1}                      | {'minimum':1.0}
			""")
	void letsEverybodyDoWithWhatMeansTheSame(String before, String after) {
		for (Direction direction : Direction.values()) {
			assertThat(breaks(before, after, direction)).as("%s", direction).isFalse();
		}
	}

	@Test
	void aWriterMayNotBeLimitedToTheFieldsThatAreKnown() {
		assertThat(breaks("{}", "{'additionalProperties':false}", Direction.REQUEST)).isTrue();
		assertThat(breaks("{'additionalProperties':{'type':'string'}}", "{'additionalProperties':false}",
				Direction.REQUEST))
			.isTrue();
		assertThat(breaks("{'additionalProperties':false}", "{'additionalProperties':false}", Direction.REQUEST))
			.isFalse();
		assertThat(breaks("{}", "{'additionalProperties':false}", Direction.RESPONSE)).isFalse();
		assertThat(breaks("{'additionalProperties':false}", "{}", Direction.REQUEST)).isFalse();
	}

	@Test
	void aReaderExpectsNewValuesOfAListAndAWriterWritesOldOnes() {
		assertThat(breaks("{'enum':['a']}", "{'enum':['a','b']}", Direction.RESPONSE)).isFalse();
		assertThat(breaks("{'enum':['a']}", "{'enum':['a','b']}", Direction.REQUEST)).isFalse();
		assertThat(breaks("{'enum':['a','b']}", "{'enum':['b']}", Direction.REQUEST)).isTrue();
		assertThat(breaks("{'enum':['a','b']}", "{'enum':['b']}", Direction.RESPONSE)).isFalse();
		assertThat(breaks("{'enum':[1,null]}", "{'enum':[1]}", Direction.REQUEST)).isTrue();
	}

	@Test
	void followsASchemaThatLeadsToItselfToItsEnd() {
		JsonNode before = tree("'string'");
		JsonNode after = tree("'integer'");
		assertThat(SchemaChanges.breaks("it", before, before.at("/x"), before, before.at("/x"), Direction.REQUEST))
			.isEmpty();
		assertThat(SchemaChanges.breaks("it", before, before.at("/x"), after, after.at("/x"), Direction.REQUEST))
			.containsExactly("it.name was [string] and is [integer]");
	}

	private static JsonNode tree(String type) {
		return json("{'x':{'$ref':'#/Node'},'Node':{'properties':{'name':{'type':%s},'next':{'$ref':'#/Node'},"
			.formatted(type)
				+ "'all':{'items':{'$ref':'#/Node'}},'or':{'anyOf':[{'$ref':'#/Node'},{'type':'null'}]}}}}");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{'$ref':'#/nowhere'}", "{'$ref':'#/nowhere','type':'string'}", "true", "{}", "[]", "null" })
	void isNotConfusedByWhatIsNoSchema(String odd) {
		for (Direction direction : Direction.values()) {
			assertThat(breaks(odd, odd, direction)).isFalse();
		}
	}

	/** A reader of an open list has to expect every value. */
	private static boolean isList(String schema) {
		return schema.startsWith("{'enum'");
	}

	private static boolean breaks(String before, String after, Direction direction) {
		List<String> breaks = SchemaChanges.breaks("it", json(before), json(before), json(after), json(after),
				direction);
		assertThat(breaks).allSatisfy((text) -> assertThat(text).startsWith("it"));
		return !breaks.isEmpty();
	}

	private static JsonNode json(String text) {
		return JSON.readTree(text.replace('\'', '"'));
	}

}
