package city.plaza.platform.testing.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompletenessCasesTests {

	private static final String COMPLETE = """
			{'security': [{'bearer': []}],
			 'tags': [{'name': 'orders', 'description': 'What is ordered.'}],
			 'paths': {'/orders/{id}': {
			   'get': {'operationId': 'getOrder', 'summary': 'An order', 'description': 'One of your own.',
			     'parameters': [{'name': 'id', 'in': 'path', 'description': 'Its id.'}],
			     'responses': {'200': {'description': 'OK', 'content': {'application/json': {
			       'schema': {'$ref': '#/components/schemas/Order'}, 'example': {'count': 2}}}},
			       '404': {'description': 'Not Found', 'content': {'application/problem+json': {
			         'schema': {'type': 'object'}, 'examples': {'not-found': {'value': {}}}}}}}},
			   'put': {'operationId': 'putOrder', 'summary': 'Change it', 'description': 'All of it.', 'security': [],
			     'requestBody': {'content': {'text/csv': {'example': 'count;2'}}},
			     'responses': {'204': {'description': 'Done'}, '200': {'description': 'A file', 'content': {'application/pdf': {}}}}}}},
			 'components': {'schemas': {
			   'Order': {'type': 'object', 'properties': {'count': {'type': 'integer', 'description': 'How many.'},
			                                              'money': {'$ref': '#/components/schemas/Money'}}},
			   'Money': {'description': 'An amount.', 'properties': {}}}}}""";

	@Test
	void findsNothingWhereEverythingIsDescribed() {
		assertThat(gaps(COMPLETE)).isEmpty();
	}

	// What is replaced, by what, and the one gap that it leaves.
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					'operationId': 'getOrder',       |                              | GET /orders/{id} needs an operationId of its own, not
					'operationId': 'putOrder',       |                              | PUT /orders/{id} needs an operationId of its own, not
					'operationId': 'getOrder'        | 'operationId': ' '           | GET /orders/{id} needs an operationId of its own, not
					'operationId': 'putOrder'        | 'operationId': 'getOrder'    | PUT /orders/{id} needs an operationId of its own, not getOrder
					'operationId': 'getOrder'        | 'operationId': 'get_1'       | GET /orders/{id} needs an operationId of its own, not get_1
					'summary': 'An order'            | 'summary': ' '               | GET /orders/{id} has no summary
					'description': 'One of your own.' | 'x': 1                      | GET /orders/{id} has no description
					'security': [{'bearer': []}],    |                              | GET /orders/{id} does not say who may call it
					'description': 'Its id.'         | 'description': ''            | GET /orders/{id}, parameter id has no description
					'description': 'OK',             |                              | GET /orders/{id}, response 200 has no description
					'description': 'Done'            |                              | PUT /orders/{id}, response 204 has no description
					, 'example': {'count': 2}        |                              | GET /orders/{id}, response 200 (application/json) has no example
					'example': {'count': 2}          | 'example': {'count': 'two'}  | GET /orders/{id}, response 200: the example does not fit:
					'example': {'count': 2}          | 'examples': {'a': {'value': {'count': 'two'}}} | GET /orders/{id}, response 200, example a: the example does not fit:
					'example': {'count': 2}          | 'examples': {'a': {}}        | GET /orders/{id}, response 200, example a: the example does not fit: it is no JSON
					'schema': {'type': 'object'},    |                              | GET /orders/{id}, response 404, example not-found: the example does not fit: no schema says what it is
					'example': 'count;2'             | 'x': 1                       | PUT /orders/{id}, request (text/csv) has no example
					, 'description': 'How many.'     |                              | Schema Order, field count has no description
					'description': 'An amount.',     |                              | Schema Order, field money has no description
					'description': 'What is ordered.' | 'x': 1                      | Tag orders has no description
					""")
	void findsTheGap(String complete, @Nullable String left, String gap) {
		assertThat(COMPLETE).contains(complete);
		assertThat(gaps(COMPLETE.replace(complete, (left != null) ? left : ""))).singleElement()
			.asString()
			.startsWith(gap);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET  | /a           | /a
			GET  | /a/          |
			GET  | /a/1         | /a/{x}
			GET  | /a/b         | /a/b
			GET  | /a/b/c       | /a/{x}/c
			GET  | /a/1/2       |
			GET  | /a/%2F       | /a/{x}
			GET  | /a/1\\n      | /a/{x}
			GET  | /a.b         | /a.b
			GET  | /aXb         |
			GET  | /d/1-2       | /d/{x}-{y}
			GET  | /d/12        |
			POST | /a           |
			get  | /a           |
			""")
	void findsTheOperationOfARequest(String method, String path, @Nullable String template) {
		Description description = new Description("""
				{"paths": {"/a": {"get": {}, "parameters": []}, "/a/{x}": {"get": {}}, "/a/b": {"get": {}},
				           "/a/{x}/c": {"get": {}}, "/a.b": {"get": {}}, "/d/{x}-{y}": {"get": {}}}}""");
		assertThat(description.find(method, path.translateEscapes()).map(Description.Operation::path).orElse(null))
			.isEqualTo(template);
	}

	private static List<String> gaps(String description) {
		return Completeness.gaps(new Description(description.replace('\'', '"')));
	}

}
