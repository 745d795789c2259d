package city.plaza.portal.asset;

import java.util.Objects;

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
			value = { "gzip|true", "GZIP|true", "br, gzip|true", "gzip, deflate, br, zstd|true", "gzip;q=0.5|true",
					"deflate;q=1.0 , gzip ; q=0.001|true", "gzip;q=1|true", "none|false", "''|false", "br|false",
					"identity|false", "gzip;q=0|false", "gzip; q=0.000, identity|false", "br, gzip;q=0|false",
					"x-gzipped|false", "notgzip|false", "gzip;q=0, br|false" })
	void sendsAFileCompressedToWhoTakesIt(@Nullable String accepted, boolean zipped) {
		ResponseEntity<byte[]> file = file(this.assets.path("portal.css"), accepted);
		assertThat(file.getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING)).isEqualTo(zipped);
		assertThat(file.getHeaders().getVary()).containsExactly(HttpHeaders.ACCEPT_ENCODING);
		byte[] body = Objects.requireNonNull(file.getBody());
		assertThat(body[0] == 0x1f && body[1] == (byte) 0x8b).isEqualTo(zipped);
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

	private ResponseEntity<byte[]> file(String path, @Nullable String accepted) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get(path);
		if (accepted != null) {
			request.header(HttpHeaders.ACCEPT_ENCODING, accepted);
		}
		String address = path.substring(path.lastIndexOf('/') + 1);
		return Objects.requireNonNull(this.controller.file(address, request.build()).block());
	}

}
