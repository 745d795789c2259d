package city.plaza.platform.testing.api;

import java.util.List;

import city.plaza.platform.testing.api.SchemaChanges.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaChangesTests {

	private static final JsonMapper JSON = new JsonMapper();

	// Each line: before, after, whether a request breaks, whether a response breaks.
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{'type':'string'}                 | {'type':'string'}                 | false | false
			{'type':'string'}                 | {'type':'integer'}                | true  | true
			{'type':'string'}                 | {'type':['string','null']}        | false | true
			{'type':['string','null']}        | {'type':'string'}                 | true  | false
			{'enum':['a']}                    | {'enum':['a','b']}                | false | false
			{'enum':['a','b']}                | {'enum':['a']}                    | true  | false
			{'maxLength':9}                   | {'maxLength':8}                   | true  | false
			{'maxLength':9}                   | {'maxLength':10}                  | false | true
			{'minimum':1}                     | {'minimum':0}                     | false | true
			{'format':'date'}                 | {}                                | false | true
			{}                                | {'pattern':'x'}                   | true  | false
			{'properties':{'a':{}}}           | {'properties':{'a':{},'b':{}}}    | false | false
			{'properties':{'a':{},'b':{}}}    | {'properties':{'a':{}}}           | true  | true
			{'properties':{'a':{}}}           | {'properties':{'a':{}},'required':['a']} | true | false
			{'properties':{'a':{}},'required':['a']} | {'properties':{'a':{}}}    | false | true
			{'items':{'type':'string'}}       | {'items':{'type':'integer'}}      | true  | true
			{'allOf':[{'type':'string'}]}     | {'allOf':[{'type':'integer'}]}    | true  | true
			""")
	void knowsWhatBreaksAWriterAndWhatAReader(String before, String after, boolean request, boolean response) {
		assertThat(!breaks(before, after, Direction.REQUEST).isEmpty()).isEqualTo(request);
		assertThat(!breaks(before, after, Direction.RESPONSE).isEmpty()).isEqualTo(response);
	}

	@Test
	void followsReferencesIntoEachDocument() {
		JsonNode before = json("{'$ref':'#/x/A','x':{'A':{'properties':{'a':{'type':'string'}}}}}");
		JsonNode after = json("{'$ref':'#/x/A','x':{'A':{'properties':{'a':{'type':'integer'}}}}}");

		assertThat(SchemaChanges.breaks("A", before, before, after, after, Direction.RESPONSE))
			.containsExactly("A.a was [string] and is [integer]");
	}

	private static List<String> breaks(String before, String after, Direction direction) {
		return SchemaChanges.breaks("it", json(before), json(before), json(after), json(after), direction);
	}

	private static JsonNode json(String text) {
		return JSON.readTree(text.replace('\'', '"'));
	}

}
