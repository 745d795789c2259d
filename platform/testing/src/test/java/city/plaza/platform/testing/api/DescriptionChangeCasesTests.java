package city.plaza.platform.testing.api;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptionChangeCasesTests {

	private static final String RELEASED = """
			{'paths': {
			  '/orders': {
			    'get': {'operationId': 'listOrders', 'security': [],
			      'parameters': [{'name': 'limit', 'in': 'query', 'schema': {'type': 'integer', 'maximum': 100}}],
			      'responses': {'200': {'content': {'application/json': {'schema': {'$ref': '#/components/schemas/Orders'}}}},
			                    '303': {'description': 'Moved'}, '404': {'description': 'Gone'}, '503': {'description': 'Down'}}},
			    'post': {'operationId': 'order',
			      'requestBody': {'content': {'application/json': {'schema': {'$ref': '#/components/schemas/Order'}}}},
			      'responses': {'201': {'description': 'Created'}}}}},
			 'components': {'schemas': {
			   'Order': {'type': 'object', 'properties': {'item': {'type': 'string', 'maxLength': 9}, 'note': {'type': 'string'}}, 'required': ['item']},
			   'Orders': {'type': 'object', 'properties': {'count': {'type': 'integer'}}, 'required': ['count']}}}}""";

	// What is replaced, by what, and what breaks; an empty cell breaks nobody.
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					'/orders'                        | '/order'                               | GET /orders is gone; POST /orders is gone
					'post'                           | 'put'                                  | POST /orders is gone
					'post'                           | 'x-post'                               | POST /orders is gone
					'listOrders'                     | 'orders'                               | GET /orders: operationId was "listOrders"
					'security': [],                  |                                        | GET /orders asks for a token now
					'security': []                   | 'security': [{'bearer': []}]           | GET /orders asks for a token now
					'operationId': 'order',          | 'operationId': 'order', 'security': [], | ``
					'name': 'limit'                  | 'name': 'size'                         | GET /orders no longer has the parameter query limit
					'in': 'query'                    | 'in': 'header'                         | GET /orders no longer has the parameter query limit
					'in': 'query'                    | 'in': 'query', 'required': true        | GET /orders requires the parameter query limit now
					'parameters': [                  | 'parameters': [{'name': 'x', 'in': 'query'}, | ``
					'parameters': [                  | 'parameters': [{'name': 'x', 'in': 'query', 'required': true}, | GET /orders requires the parameter query x now
					'maximum': 100                   | 'maximum': 50                          | GET /orders, query limit: maximum was 100 and is 50
					'maximum': 100                   | 'maximum': 200                         | ``
					'requestBody': {                 | 'requestBody': {'required': true,      | POST /orders requires a body now
					'requestBody': {'content': {'application/json' | 'requestBody': {'content': {'text/csv' | POST /orders, request is no longer application/json
					'200': {'content': {'application/json' | '200': {'content': {'text/csv' | GET /orders, response 200 is no longer application/json
					'200'                            | '206'                                  | GET /orders no longer responds 200
					'201'                            | '202'                                  | POST /orders no longer responds 201
					'303'                            | '307'                                  | GET /orders no longer responds 303
					'404'                            | '410'                                  | ``
					'503'                            | '500'                                  | ``
					'maxLength': 9                   | 'maxLength': 8                         | POST /orders, request.item: maxLength was 9 and is 8
					'maxLength': 9                   | 'maxLength': 10                        | ``
					'required': ['item']             | 'required': ['item', 'note']           | POST /orders, request.note is required now
					'required': ['item']             | 'required': []                         | ``
					'required': ['count']            | 'required': []                         | GET /orders, response 200.count may be absent now
					'count': {'type': 'integer'}     | 'count': {'type': ['integer', 'null']} | GET /orders, response 200.count was [integer] and is [integer, null]
					'count'                          | 'number'                               | GET /orders, response 200.count may be absent now; GET /orders, response 200.count is gone
					'note': {'type': 'string'}       | 'note': {'type': ['string', 'null']}   | ``
					'description': 'Gone'            | 'description': 'Nothing is here'       | ``
					""")
	void knowsWhatBreaksAClient(String released, String today, String breaks) {
		assertThat(RELEASED).contains(released);
		assertThat(breaks(RELEASED.replace(released, (today != null) ? today : "")))
			.containsExactlyInAnyOrder((breaks.isEmpty()) ? new String[0] : breaks.split("; "));
	}

	@Test
	void aNewOperationBreaksNobody() {
		assertThat(breaks(RELEASED.replace("'paths': {", "'paths': {'/new': {'get': {'operationId': 'new'}},")))
			.isEmpty();
	}

	@Test
	void everythingIsGoneWhereNothingIsDescribed() {
		assertThat(breaks("{}")).containsExactly("GET /orders is gone", "POST /orders is gone");
	}

	private static List<String> breaks(String today) {
		return DescriptionChanges.breaks(new Description(RELEASED.replace('\'', '"')),
				new Description(today.replace('\'', '"')));
	}

}
