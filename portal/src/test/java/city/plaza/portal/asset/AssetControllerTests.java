package city.plaza.portal.asset;

import java.util.Objects;
import java.util.stream.Stream;

import city.plaza.portal.city.SomeCity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class AssetControllerTests {

	private final Assets assets = SomeAssets.of(SomeCity.withNotice());

	private final AssetController controller = new AssetController(this.assets);

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			value = { "portal.css|br, gzip|br", "portal.css|gzip, deflate, br, zstd|br", "portal.css|br;q=0, gzip|gzip",
					"portal.css|gzip|gzip", "portal.css|gzip;q=0, br;q=0|none", "portal.css|identity|none",
					"portal.css|none|none", "portal.css|''|none", "city.css|br, gzip|gzip", "city.css|br|none",
					"city.css|none|none", "signature_pad.js|br, gzip|br", "icon.svg|br, gzip|br" })
	void sendsAFileInTheBestCodingOfThoseAccepted(String name, @Nullable String accepted, @Nullable String sent) {
		ResponseEntity<byte[]> file = file(this.assets.path(name), accepted);
		assertThat(file.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo(sent);
		assertThat(file.getHeaders().getVary()).containsExactly(HttpHeaders.ACCEPT_ENCODING);
		byte[] body = Objects.requireNonNull(file.getBody());
		assertThat(body[0] == 0x1f && body[1] == (byte) 0x8b).isEqualTo("gzip".equals(sent));
		Coding coding = Stream.of(Coding.values())
			.filter((each) -> each.token().equals(sent))
			.findFirst()
			.orElse(Coding.IDENTITY);
		assertThat(body).isEqualTo(this.assets.find(address(this.assets.path(name))).orElseThrow().content(coding));
	}

	@Test
	void readsAllHeadersOfWhatIsAccepted() {
		ResponseEntity<byte[]> file = file(this.assets.path("portal.css"), "gzip", "br");
		assertThat(file.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("br");
	}

	@Test
	void letsBrowsersKeepAFileForEver() {
		for (String name : new String[] { "portal.css", "city.css", "portal.js", "icon.svg" }) {
			ResponseEntity<byte[]> file = file(this.assets.path(name), "gzip");
			assertThat(file.getHeaders().getCacheControl()).contains("max-age=31536000", "public", "immutable");
			assertThat(Objects.requireNonNull(file.getHeaders().getContentType()).toString())
				.isIn("text/css;charset=UTF-8", "text/javascript;charset=UTF-8", "image/svg+xml");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "portal.css", "portal-000000000000.css", "../application.yml", "", "portal.css/", "%2e%2e",
			"messages.properties" })
	void knowsNoFileWithoutItsHash(String address) {
		assertThat(Objects.requireNonNull(this.controller.file(address, MockServerHttpRequest.get("/").build()).block())
			.getStatusCode()
			.value()).isEqualTo(404);
	}

	private ResponseEntity<byte[]> file(String path, @Nullable String... accepted) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get(path);
		Stream.of(accepted)
			.filter(Objects::nonNull)
			.forEach((each) -> request.header(HttpHeaders.ACCEPT_ENCODING, each));
		return Objects.requireNonNull(this.controller.file(address(path), request.build()).block());
	}

	private static String address(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

}
