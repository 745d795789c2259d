package city.plaza.identity.app;

import java.time.Clock;
import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes codes an hour after they expired: until then a second use ends the session. */
@Component
class RemoveOldAuthorizationCodes {

	private static final Duration KEPT = Duration.ofHours(1);

	private final AuthorizationCodes codes;

	private final Clock clock;

	RemoveOldAuthorizationCodes(AuthorizationCodes codes, Clock clock) {
		this.codes = codes;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> remove() {
		return Mono.defer(() -> this.codes.removeOlderThan(this.clock.instant().minus(KEPT))).then();
	}

}
