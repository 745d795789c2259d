package city.plaza.identity.verification;

import java.time.Clock;

import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes codes that no longer count towards any limit. */
@Component
class RemoveOldCodes {

	private final VerificationCodes codes;

	private final Clock clock;

	RemoveOldCodes(VerificationCodes codes, Clock clock) {
		this.codes = codes;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> remove() {
		return Mono.defer(() -> this.codes.removeOlderThan(this.clock.instant().minus(CodeRules.WINDOW))).then();
	}

}
