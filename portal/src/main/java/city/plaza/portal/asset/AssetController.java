package city.plaza.portal.asset;

import java.time.Duration;

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

	private final Assets assets;

	AssetController(Assets assets) {
		this.assets = assets;
	}

	@GetMapping("/assets/{address}")
	Mono<ResponseEntity<byte[]>> file(@PathVariable String address, ServerHttpRequest request) {
		AcceptedCodings accepted = new AcceptedCodings(request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING));
		return Mono.just(this.assets.find(address)
			.map((asset) -> response(asset, accepted.best(asset.codings())))
			.orElseGet(() -> ResponseEntity.notFound().build()));
	}

	private static ResponseEntity<byte[]> response(Asset asset, Coding coding) {
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.contentType(asset.type())
			.cacheControl(FOR_EVER)
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (coding != Coding.IDENTITY) {
			response.header(HttpHeaders.CONTENT_ENCODING, coding.token());
		}
		return response.body(asset.content(coding));
	}

}
