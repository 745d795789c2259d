package city.plaza.identity.secondfactor;

import java.time.Clock;

import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes sign-ins that were never completed in time. */
@Component
class RemoveOldPending {

	private final PendingSignIns pending;

	private final Clock clock;

	RemoveOldPending(PendingSignIns pending, Clock clock) {
		this.pending = pending;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> remove() {
		return Mono.defer(() -> this.pending.removeOver(this.clock.instant())).then();
	}

}
