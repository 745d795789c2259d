package city.plaza.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Internal", description = "For the portal and the gateway; the gateway routes none of it")
@SecurityRequirements
class JwksController {

	private static final Duration FRESH = Duration.ofMinutes(1);

	private final KeyRings rings;

	private final Clock clock;

	JwksController(KeyRings rings, Clock clock) {
		this.rings = rings;
		this.clock = clock;
	}

	@GetMapping("/.well-known/jwks.json")
	@Operation(summary = "The public keys that access tokens are checked with (RFC 7517)")
	Mono<ResponseEntity<Map<String, Object>>> keys() {
		return this.rings.current()
			.map((ring) -> ResponseEntity.ok()
				.cacheControl(CacheControl.maxAge(FRESH))
				.body(ring.published(this.clock.instant()).toJSONObject(true)));
	}

	/** The same for apps, by the address of the discovery document. */
	@Hidden
	@GetMapping("/oauth2/jwks")
	Mono<ResponseEntity<Map<String, Object>>> keysForApps() {
		return keys();
	}

}
