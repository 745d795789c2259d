package city.plaza.platform.testing.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ApiDescriptionTests {

	private static final String TODAY = """
			{"paths": {"/orders": {"get": {"operationId": "listOrders", "responses": {"200": {"description": "OK"}}}}}}
			""";

	private final ApiDescription api = new ApiDescription(TODAY);

	@TempDir
	private Path docs;

	@AfterEach
	void writeNothing() {
		System.clearProperty("plaza.api.write");
	}

	@Test
	void isAsItWasReleased() throws IOException {
		assertThat(this.api.changes(release(TODAY))).isEmpty();
	}

	@Test
	void saysHowToReleaseAChangeThatBreaksNobody() throws IOException {
		Path released = release(TODAY.replace("OK", "Fine"));
		assertThat(this.api.changes(released)).singleElement()
			.asString()
			.startsWith("The API has changed, and no client breaks.")
			.contains("-Dplaza.api.write=true");
		assertThat(Files.readString(released)).as("left as it is").contains("Fine");
	}

	@Test
	void namesEveryChangeThatBreaksAClient() throws IOException {
		assertThat(this.api.changes(release(TODAY.replace("listOrders", "all").replace("200", "206")))).containsExactly(
				"Breaks clients, so it needs a version of its own: GET /orders: operationId was \"all\"",
				"Breaks clients, so it needs a version of its own: GET /orders no longer responds 206");
	}

	@Test
	void isMissingWhereItWasNeverReleased() throws IOException {
		Path released = this.docs.resolve("v1/orders.json");
		assertThat(this.api.changes(released)).singleElement().asString().startsWith("There is no " + released);
		assertThat(released).doesNotExist();
	}

	@Test
	void isReleasedOnRequestAlone() throws IOException {
		System.setProperty("plaza.api.write", "true");
		Path released = this.docs.resolve("v1/orders.json");
		assertThat(this.api.changes(released)).isEmpty();
		assertThat(released).hasContent(TODAY);
	}

	@Test
	void isNotReleasedWhereAClientBreaksEvenOnRequest() throws IOException {
		System.setProperty("plaza.api.write", "true");
		Path released = release(TODAY.replace("/orders", "/bills"));
		assertThat(this.api.changes(released)).hasSize(1);
		assertThat(Files.readString(released)).contains("/bills");
	}

	@Test
	void documentsTheCodesOfTheClassesThatMakeProblems() {
		// This module makes none.
		assertThat(this.api.undocumentedCodes(ApiDescription.class)).isEmpty();
		assertThat(this.api.gaps()).isNotEqualTo(List.of());
	}

	private Path release(String json) throws IOException {
		return Files.writeString(this.docs.resolve("orders.json"), json);
	}

}
