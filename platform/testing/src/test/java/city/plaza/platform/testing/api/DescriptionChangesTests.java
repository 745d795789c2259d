package city.plaza.platform.testing.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptionChangesTests {

	private static final String RELEASED = """
			{"paths": {"/bills": {"get": {"operationId": "listBills", "security": [],
			  "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
			  "responses": {"200": {"content": {"application/json": {"schema": {"type": "object"}}}},
			                "404": {"description": "Not Found"}}}}}}""";

	@Test
	void anUnchangedApiBreaksNothing() {
		assertThat(breaks(RELEASED)).isEmpty();
	}

	@Test
	void anOperationThatIsGoneBreaks() {
		assertThat(breaks("{}")).containsExactly("GET /bills is gone");
	}

	@Test
	void anErrorThatIsGoneBreaksNothing() {
		assertThat(breaks(RELEASED.replace("\"404\"", "\"409\""))).isEmpty();
	}

	@Test
	void aSuccessThatIsGoneBreaks() {
		assertThat(breaks(RELEASED.replace("\"200\"", "\"202\""))).containsExactly("GET /bills no longer responds 200");
	}

	@Test
	void aParameterThatBecomesRequiredBreaks() {
		assertThat(breaks(RELEASED.replace("\"in\": \"query\"", "\"in\": \"query\", \"required\": true")))
			.containsExactly("GET /bills requires the parameter query limit now");
	}

	@Test
	void anOperationThatAsksForATokenBreaks() {
		assertThat(breaks(RELEASED.replace("\"security\": [],", "")))
			.containsExactly("GET /bills asks for a token now");
	}

	@Test
	void aResponseOfAnotherTypeBreaks() {
		assertThat(breaks(RELEASED.replace("\"object\"", "\"array\"")))
			.containsExactly("GET /bills, response 200 was [object] and is [array]");
	}

	private static List<String> breaks(String today) {
		return DescriptionChanges.breaks(new Description(RELEASED), new Description(today));
	}

}
