package city.plaza.identity.limit;

import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes counters that mean nothing any more, a few at a time: no lock lasts long. */
@Component
class RemoveOldLimits {

	private static final int STEP = 1_000;

	private final Limits limits;

	RemoveOldLimits(Limits limits) {
		this.limits = limits;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> remove() {
		return this.limits.removeSome(STEP)
			.expand((removed) -> (removed < STEP) ? Mono.empty() : this.limits.removeSome(STEP))
			.then();
	}

}
