package city.plaza.portal.asset;

import java.time.Duration;
import java.util.regex.Pattern;

import city.plaza.portal.asset.Assets.Asset;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssetController {

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	/** Unless its weight is nothing (RFC 9110, section 12.5.3). */
	private static final Pattern GZIP = Pattern
		.compile("(?i)(^|,)\\s*gzip\\s*(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(;|,|$)");

	private final Assets assets;

	AssetController(Assets assets) {
		this.assets = assets;
	}

	@GetMapping("/assets/{address}")
	Mono<ResponseEntity<byte[]>> file(@PathVariable String address, ServerHttpRequest request) {
		boolean zipped = request.getHeaders()
			.getOrEmpty(HttpHeaders.ACCEPT_ENCODING)
			.stream()
			.anyMatch((accepted) -> GZIP.matcher(accepted).find());
		return Mono.just(this.assets.find(address)
			.map((asset) -> response(asset, zipped))
			.orElseGet(() -> ResponseEntity.notFound().build()));
	}

	private static ResponseEntity<byte[]> response(Asset asset, boolean zipped) {
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.contentType(asset.type())
			.cacheControl(FOR_EVER)
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (zipped) {
			response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		return response.body(asset.content(zipped));
	}

}
