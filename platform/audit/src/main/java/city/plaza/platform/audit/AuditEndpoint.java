package city.plaza.platform.audit;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Verifies the trail for an operator. Like health and metrics it responds inside only; it
 * shows numbers, ids of entries and hashes, nothing of what they hold.
 */
@Endpoint(id = "audittrail")
class AuditEndpoint {

	private final VerifyTrail verifyTrail;

	AuditEndpoint(VerifyTrail verifyTrail) {
		this.verifyTrail = verifyTrail;
	}

	/**
	 * Walks the whole trail.
	 * @param anchor one that was kept elsewhere, as {@code sequence:hash}
	 * @return 200 with the verdict, 400 where the anchor cannot be read
	 */
	@ReadOperation
	Mono<WebEndpointResponse<Verdict>> verify(@Nullable String anchor) {
		Optional<Place> kept = Optional.ofNullable(anchor).flatMap(Place::parse);
		if (anchor != null && kept.isEmpty()) {
			return Mono.just(new WebEndpointResponse<>(WebEndpointResponse.STATUS_BAD_REQUEST));
		}
		return this.verifyTrail.verify(kept).map(WebEndpointResponse::new);
	}

}
