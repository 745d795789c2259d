package city.plaza.platform.testing.api;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompletenessTests {

	@Test
	void listsWhatIsNotDescribedAndExamplesThatDoNotFit() {
		Description description = new Description("""
				{"paths": {"/bills": {"get": {"operationId": "list_1", "summary": "Bills",
				  "parameters": [{"name": "limit", "in": "query"}],
				  "responses": {"200": {"description": "OK", "content": {"application/json": {
				    "schema": {"$ref": "#/components/schemas/Bills"}, "example": {"count": "two"}}}},
				    "404": {"description": "Not Found", "content": {"application/problem+json": {}}}}}}},
				 "components": {"schemas": {"Bills": {"properties": {"count": {"type": "integer"}}}}}}""");

		assertThat(Completeness.gaps(description)).anySatisfy((gap) -> assertThat(gap).contains("no description"))
			.anySatisfy((gap) -> assertThat(gap).contains("who may call"))
			.anySatisfy((gap) -> assertThat(gap).contains("parameter limit has no description"))
			.anySatisfy((gap) -> assertThat(gap).contains("the example does not fit"))
			.anySatisfy((gap) -> assertThat(gap).contains("response 404 (application/problem+json) has no example"))
			.anySatisfy((gap) -> assertThat(gap).contains("operationId"))
			.anySatisfy((gap) -> assertThat(gap).contains("Schema Bills, field count"));
	}

	@Test
	void findsAnOperationByAPathWithVariables() {
		Description description = new Description("""
				{"paths": {"/bills/{id}": {"get": {"operationId": "one"}},
				           "/bills/latest": {"get": {"operationId": "latest"}}}}""");

		assertThat(description.find("GET", "/bills/7")).get()
			.extracting(Description.Operation::path)
			.isEqualTo("/bills/{id}");
		assertThat(description.find("GET", "/bills/latest")).get()
			.extracting(Description.Operation::path)
			.isEqualTo("/bills/latest");
		assertThat(description.find("POST", "/bills/7")).isEmpty();
		assertThat(description.find("GET", "/bills/7/lines")).isEmpty();
	}

}
