package city.plaza.platform.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "plaza.public-url=https://plaza.example")
@AutoConfigureWebTestClient(timeout = "20s")
class RequestJsonTests {

	@Autowired
	private WebTestClient http;

	@Autowired
	private JsonMapper json;

	@Autowired
	private ServerCodecConfigurer codecs;

	@Test
	void readsFormsByItsOwnReader() {
		assertThat(this.codecs.getReaders())
			.filteredOn(
					(reader) -> reader.canRead(ResolvableType.forClass(PartEvent.class), MediaType.MULTIPART_FORM_DATA))
			.first()
			.isInstanceOf(RequestParts.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"form":"a"}                             | form
			{"From":"a"}                             | From
			{"lines":[{"text":"a"},{"txet":"b"}]}    | lines[1].txet
			{"from":"a","__proto__":{"admin":true}}  | __proto__
			""")
	void namesAFieldThatIsNotKnown(String body, String field) {
		post(body).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("unknown-field")
			.jsonPath("$.field")
			.isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"from\":\"a\",\"from\":\"b\"}", "{\"extra\":{\"a\":1,\"a\":2}}" })
	void refusesAFieldThatIsGivenTwice(String body) {
		assertMalformed(body);
	}

	@Test
	void refusesWhatIsNestedTooDeepOrANumberTooLarge() {
		assertMalformed("{\"extra\":" + "{\"a\":".repeat(32) + "1" + "}".repeat(32) + "}");
		assertMalformed("{\"extra\":{\"a\":" + "9".repeat(101) + "}}");
		assertMalformed("[".repeat(30_000));
	}

	@Test
	void refusesALargeBody() {
		post("{\"from\":\"" + "x".repeat(300_000) + "\"}").expectStatus().isEqualTo(413);
	}

	@Test
	void leavesTheReadersOfEventsAndResponsesAsTheyAre() {
		assertThat(this.json.readValue("{\"later\":1,\"text\":\"a\"}", PlainApplication.Line.class).text())
			.isEqualTo("a");
	}

	private void assertMalformed(String body) {
		post(body).expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("malformed-request");
	}

	private WebTestClient.ResponseSpec post(String body) {
		return this.http.post().uri("/letters").contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
	}

}
