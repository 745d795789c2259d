package city.plaza.portal;

import java.net.URI;
import java.util.Collections;
import java.util.Map;

import city.plaza.platform.testing.TestTokens;
import city.plaza.portal.StubServices.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;

/** Finance imports the accounts of the earlier portal. */
class LegacyImportTests extends PortalTest {

	private static final String PATH = "/finance/legacy-residents";

	private static final String IMPORTS = "/api/v1/legacy-residents/imports";

	private static final String CSV = "email,given_name\npat@example.com,Pat\n";

	private static final String REJECTED = """
			{"dryRun":false,"rows":1203,"added":1001,"changed":150,"unchanged":40,"reclaimed":9,"rejected":3,"errors":[
			 {"line":4,"column":"email","value":"<b>x</b>","code":"invalid-email","detail":"English."},
			 {"line":1005,"column":"row","value":null,"code":"added-later","detail":"English."}]}""";

	@Test
	void isForFinanceAlone() {
		for (String token : new String[] { resident(), TestTokens.staff("help-desk"),
				TestTokens.staff("administrator") }) {
			assertThat(get(PATH, token).status()).isEqualTo(HttpStatus.FORBIDDEN);
			assertThat(upload(token, null, "", false, "a.csv", CSV).status()).isEqualTo(HttpStatus.FORBIDDEN);
		}
		assertThat(SERVICES.asked("POST", IMPORTS)).isEmpty();
		assertThat(get("/finance", finance()).html().select("main a").eachAttr("href")).contains(PATH);
		assertThat(get("/contact", finance()).html().select("nav[aria-label=Main] a").eachAttr("href")).contains(PATH);
	}

	@ParameterizedTest
	@CsvSource({ "true, dryRun=true", "false, dryRun=false" })
	void sendsTheFileOnAsItIs(boolean dryRun, String query) {
		SERVICES.on("POST", IMPORTS, Answer.json(200, done(dryRun)));
		Page page = upload(finance(), dryRun, "old.csv", CSV);
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		StubServices.Asked asked = SERVICES.asked("POST", IMPORTS).getFirst();
		assertThat(asked.query()).isEqualTo(query);
		assertThat(asked.header("Content-type")).startsWith("text/csv");
		assertThat(asked.body()).isEqualTo(CSV);
		assertThat(page.text("[role=status]")).contains(dryRun ? "this was a test run" : "The file was imported.");
		assertThat(page.text("main h2")).contains(dryRun ? "What an import would do" : "What was imported");
		assertThat(page.html().select("#dryRun").hasAttr("checked")).isFalse();
	}

	@Test
	void showsWhatBecameOfTheRowsAndWhatToCorrect() {
		SERVICES.on("POST", IMPORTS, Answer.json(200, REJECTED));
		Page page = upload(finance(), false, "old.csv", CSV);
		assertThat(page.text("[role=status]")).contains("Some rows were not imported.");
		assertThat(page.text("main dl")).contains("Rows in the file 1,203", "Added 1,001", "Changed 150",
				"Unchanged 40", "new account already created 9", "Rejected 3");
		assertThat(page.text("main table"))
			.contains("What to correct", "4 email <b>x</b>", "Write an email address in the correct format",
					"1,005 Whole row", "This row can't be imported.")
			.doesNotContain("English.", "the first 2");
		assertThat(page.html().select("main table b")).isEmpty();
	}

	@Test
	void namesTheWrongColumnsOfAFile() {
		SERVICES.on("POST", IMPORTS, Answer.problem(422, """
				{"code":"wrong-header","field":"file","detail":"English.","errors":[
				 {"field":"email","code":"missing-column","message":"English."},
				 {"field":"mail","code":"unknown-column","message":"English."}]}""", Map.of()));
		Page page = upload(finance(), true, "old.csv", CSV);
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#accounts-error")).contains("The header row must name each column once");
		assertThat(page.text("main")).contains("Missing column: email", "Unknown column: mail")
			.doesNotContain("English.");
		assertThat(page.html().select("#dryRun").hasAttr("checked")).isTrue();
	}

	@Test
	void saysThatThereMayBeMoreErrorsThanThese() {
		String errors = String.join(",", Collections.nCopies(200,
				"{\"line\":2,\"column\":\"email\",\"value\":\"x\",\"code\":\"invalid-email\"}"));
		SERVICES.on("POST", IMPORTS, Answer.json(200, """
				{"dryRun":true,"rows":300,"added":0,"changed":0,"unchanged":0,"reclaimed":0,"rejected":300,
				 "errors":[%s]}""".formatted(errors)));
		Page page = upload(finance(), true, "old.csv", CSV);
		assertThat(page.text("main caption")).isEqualTo("What to correct: the first 200 places");
		assertThat(page.text("[role=status]")).contains("this was a test run");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			wrong-encoding | []     | Save the file as UTF-8, and upload it again.
			malformed-file | ["17"] | can't be read as a CSV file from line 17 on
			empty-file     | []     | The file is empty.
			""")
	void saysWhyAFileCannotBeRead(String code, String values, String text) {
		SERVICES.on("POST", IMPORTS,
				Answer.problem(422, "{\"code\":\"%s\",\"values\":%s}".formatted(code, values), Map.of()));
		assertThat(upload(finance(), false, "old.csv", CSV).text("#accounts-error")).contains(text);
	}

	@Test
	void saysHowLargeAFileMayBe() {
		SERVICES.on("POST", IMPORTS, Answer.problem(413, "too-large"));
		Page page = upload(finance(), false, "old.csv", CSV);
		assertThat(page.status()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(page.text("#accounts-error")).contains("5 MB or smaller");
		assertThat(page.html().select("#dryRun").hasAttr("checked")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "'', Choose a file", "old.csv, The file is empty" })
	void asksForAFileThatHasSomethingInIt(String name, String text) {
		Page page = upload(finance(), true, name, "");
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#accounts-error")).contains(text);
		assertThat(page.html().select("#dryRun").hasAttr("checked")).isTrue();
		assertThat(SERVICES.asked("POST", IMPORTS)).isEmpty();
	}

	@Test
	void passesALargeFileThroughWhole() {
		SERVICES.on("POST", IMPORTS, Answer.json(200, done(false)));
		String rows = "pat@example.com,Pat\n".repeat(240_000);
		assertThat(upload(finance(), false, "old.csv", rows).status()).isEqualTo(HttpStatus.OK);
		assertThat(SERVICES.asked("POST", IMPORTS).getFirst().body()).isEqualTo(rows);
	}

	@Test
	void sendsNothingOnWithoutTheFormsToken() {
		SERVICES.on("POST", IMPORTS, Answer.json(200, done(false)));
		Page form = get(PATH, finance());
		assertThat(upload(finance(), form, "made-up", false, "a.csv", CSV).text("h1")).isEqualTo("This page timed out");
		assertThat(upload(finance(), null, form.value("input[name=_csrf]"), false, "a.csv", CSV).status())
			.isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(SERVICES.asked("POST", IMPORTS)).isEmpty();
	}

	@Test
	void showsThePageForOutagesWhileTheServiceIsDown() {
		SERVICES.on("POST", IMPORTS, Answer.problem(503, "temporarily-unavailable"));
		assertThat(upload(finance(), false, "old.csv", CSV).status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	private static String done(boolean dryRun) {
		return """
				{"dryRun":%s,"rows":1,"added":1,"changed":0,"unchanged":0,"reclaimed":0,"rejected":0,"errors":[]}"""
			.formatted(dryRun);
	}

	private Page upload(String token, boolean dryRun, String name, String csv) {
		Page form = get(PATH, token);
		return upload(token, form, form.value("main input[name=_csrf]"), dryRun, name, csv);
	}

	private Page upload(String token, @Nullable Page form, String csrf, boolean dryRun, String name, String csv) {
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		body.part("_csrf", csrf);
		if (dryRun) {
			body.part("dryRun", "true");
		}
		body.part("accounts", new ByteArrayResource(csv.getBytes()))
			.header("Content-Disposition", "form-data; name=\"accounts\"; filename=\"" + name + "\"");
		// The page of many errors is larger than what tests usually read.
		WebTestClient reader = this.client.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1_000_000))
			.build();
		return page(reader.post()
			.uri(URI.create("http://localhost:" + this.port + PATH))
			.headers((headers) -> bearer(headers, token))
			.cookies((jar) -> {
				if (form != null) {
					cookies(form).forEach(jar::add);
				}
			})
			.body(BodyInserters.fromMultipartData(body.build()))
			.exchange()
			.expectBody()
			.returnResult());
	}

}
