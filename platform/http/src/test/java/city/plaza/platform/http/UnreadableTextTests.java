package city.plaza.platform.http;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "plaza.public-url=https://plaza.example")
@AutoConfigureWebTestClient(timeout = "20s")
class UnreadableTextTests {

	@Autowired
	private WebTestClient http;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"from":"a\\u0000b"}                                    | from
			{"from":"\\u0000"}                                      | from
			{"lines":[{"text":"fine"},{"text":"not \\u0000 fine"}]} | lines[1].text
			{"extra":{"deep":["\\u0000"]}}                          | extra.deep[0]
			{"extra":{"na\\u0000me":1}}                             | extra.na?me
			{"unknown":"\\u0000"}                                   | unknown
			""")
	void namesTheTextOfJsonThatHoldsNul(String json, String field) {
		assertMalformed(post("/letters", MediaType.APPLICATION_JSON, json)).jsonPath("$.field").isEqualTo(field);
		assertMalformed(post("/signed", MediaType.APPLICATION_JSON, json)).jsonPath("$.field").isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"from\":\"a\\\\u0000b\"}", "{\"from\":\"\\u0001\\ud83d\\ude00\"}", "{\"from\":null}" })
	void takesEveryOtherText(String json) {
		post("/letters", MediaType.APPLICATION_JSON, json).expectStatus().isOk();
	}

	@ParameterizedTest
	@CsvSource({ "name=%00, name", "a=1&name=x%00y, name", "na%00me=1, na?me" })
	void namesTheFieldOfAFormThatHoldsNul(String form, String field) {
		assertMalformed(post("/forms", MediaType.APPLICATION_FORM_URLENCODED, form)).jsonPath("$.field")
			.isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=%", "name=%2", "name=%zz", "%=1" })
	void refusesAFormWithAnIncompleteEscape(String form) {
		assertMalformed(post("/forms", MediaType.APPLICATION_FORM_URLENCODED, form));
	}

	@ParameterizedTest
	@CsvSource({ "/letters/1?part=%00, part", "/letters/1?a=b&part=x%C0%AF, part" })
	void namesTheParameterThatCannotBeRead(String address, String field) {
		assertMalformed(get(address)).jsonPath("$.field").isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/letters/%00", "/letters/a%00b", "/letters/%c0%af", "/letters/%ff", "/letters/1?%00=1" })
	void refusesAnAddressThatCannotBeRead(String address) {
		assertMalformed(get(address));
	}

	@Test
	void readsEveryOtherAddress() {
		get("/letters/%C5%81%20?part=%F0%9F%98%80").expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("\u0141 \uD83D\uDE00");
	}

	private WebTestClient.ResponseSpec get(String address) {
		return this.http.get().uri(URI.create("http://localhost:" + this.port + address)).exchange();
	}

	private WebTestClient.ResponseSpec post(String uri, MediaType type, String body) {
		return this.http.post().uri(uri).contentType(type).bodyValue(body).exchange();
	}

	private static BodyContentSpec assertMalformed(WebTestClient.ResponseSpec answer) {
		return answer.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("malformed-request");
	}

}
