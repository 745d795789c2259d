package city.plaza.gateway.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ServicePageTests {

	private static final JsonMapper json = JsonMapper.builder().build();

	@ParameterizedTest
	@EnumSource
	void showsAllOfTheReleasedDescriptions(DescribedService service) throws IOException {
		OpenApi api = released(service);
		Document page = Jsoup.parse(ServicePage.of(service, api));
		assertThat(page.select(".other").eachText()).as("constructs that the page does not know").isEmpty();
		assertThat(page.select("article > p:nth-of-type(1)").eachText())
			.containsExactlyInAnyOrderElementsOf(api.operations().stream().map(OpenApi.Operation::call).toList());
		assertThat(page.select("h3[id^=schema-]").eachText())
			.containsExactlyElementsOf(api.root().path("components").path("schemas").propertyNames());
		assertThat(page.title()).isEqualTo(api.title() + " - Plaza API");
	}

	@ParameterizedTest
	@EnumSource
	void leadsEachLinkToAPlaceOfThePage(DescribedService service) throws IOException {
		Document page = Jsoup.parse(ServicePage.of(service, released(service)));
		List<String> places = page.select("[id]").eachAttr("id");
		assertThat(places).doesNotHaveDuplicates();
		List<String> links = page.select("a[href^=#]")
			.eachAttr("href")
			.stream()
			.map((link) -> link.substring(1))
			.toList();
		assertThat(links).isNotEmpty().isSubsetOf(places);
	}

	@Test
	void saysWhatAnOperationTakesAndHowItResponds() throws IOException {
		Document page = Jsoup.parse(ServicePage.of(DescribedService.BILLING, released(DescribedService.BILLING)));
		Element start = article(page, "POST /api/v1/payments");
		assertThat(start.text()).contains("Start a web payment of one or more bills", "Access: bearer",
				"Idempotency-Key in the header: string, required", "Pattern: ^[\\x21-\\x7e]{1,200}$",
				"application/json: NewPaymentRequest", "allocations list of NewPaymentLine, required",
				"Entries at most: 100", "Response 201", "checkoutUrl string or null (uri), required",
				"409 bill-pending A web payment of this bill is pending.", "Headers: X-Request-Id As in many");
		assertThat(start.select("details pre").text()).contains("\"billNumber\" : \"2021-000123\"");
		assertThat(article(page, "POST /api/v1/bill-lookups").text()).contains("Access: anyone, no token is needed");
	}

	@Test
	void endsWhereASchemaContainsItself() {
		Document page = page("""
				{"components": {"schemas": {
				  "Tree": {"type": "object", "properties": {
				    "left": {"$ref": "#/components/schemas/Tree"},
				    "all": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}},
				  "Loop": {"$ref": "#/components/schemas/Loop"}}},
				 "paths": {"/a": {"get": {"responses": {"200": {"content": {"application/json":
				  {"schema": {"$ref": "#/components/schemas/Loop"}}}}}}}}}
				""");
		assertThat(page.text()).contains("left Tree, optional", "all list of Tree, optional");
	}

	@Test
	void takesEveryTextForText() {
		String evil = "\\\"><script>alert(1)</script><p onclick='";
		String html = ServicePage.of(DescribedService.IDENTITY, api("""
				{"info": {"title": "EVIL", "description": "EVIL", "version": "EVIL"}, "EVIL": "EVIL",
				 "tags": [{"name": "EVIL", "description": "EVIL"}], "security": [{"EVIL": ["EVIL"]}],
				 "components": {"schemas": {"EVIL": {"type": "EVIL", "format": "EVIL", "EVIL": 1, "default": "EVIL",
				   "properties": {"EVIL": {"description": "EVIL", "$ref": "#/components/schemas/EVIL"}}}},
				  "headers": {"EVIL": {"description": "EVIL"}},
				  "securitySchemes": {"EVIL": {"type": "EVIL", "description": "EVIL"}}},
				 "paths": {"EVIL": {"get": {"summary": "EVIL", "description": "EVIL", "tags": ["EVIL"],
				   "parameters": [{"name": "EVIL", "in": "EVIL", "example": "EVIL", "schema": {"$ref": "EVIL"}}],
				   "requestBody": {"content": {"EVIL": {"example": {"EVIL": "EVIL"}}}},
				   "responses": {"EVIL": {"description": "EVIL", "headers": {"EVIL": {}}},
				    "400": {"content": {"application/problem+json": {"examples": {"EVIL": {"summary": "EVIL"}}}}}}}}}}
				""".replace("EVIL", evil)));
		Document page = Jsoup.parse(html);
		assertThat(page.select("script, [onclick]")).isEmpty();
		assertThat(html).contains("&lt;script&gt;").doesNotContain("<script");
	}

	@Test
	void showsAConstructThatItDoesNotKnow() {
		assertThat(page("{\"webhooks\": {\"a\": 1}}").select(".other").eachText())
			.containsExactly("webhooks: {\"a\":1}");
	}

	@ParameterizedTest
	@EnumSource
	void saysThatADescriptionIsMissing(DescribedService service) {
		Document page = Jsoup.parse(ServicePage.missing(service));
		assertThat(page.select("h1").text()).isEqualTo(service.title());
		assertThat(page.select("main").text()).contains("isn't available right now");
	}

	private static Element article(Document page, String call) {
		return page.select("article")
			.stream()
			.filter((article) -> article.select("> p > code").first().text().equals(call))
			.findFirst()
			.orElseThrow();
	}

	private static Document page(String document) {
		return Jsoup.parse(ServicePage.of(DescribedService.IDENTITY, api(document)));
	}

	private static OpenApi api(String document) {
		return new OpenApi(json.readTree(document));
	}

	private static OpenApi released(DescribedService service) throws IOException {
		return api(Files.readString(Path.of("../docs/api/v1/" + service.id() + ".json")));
	}

}
