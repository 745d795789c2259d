package city.plaza.identity.reset;

import java.time.Clock;
import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes requests a day after they were made; their codes have long expired. */
@Component
class RemoveOldResets {

	private static final Duration KEPT = Duration.ofDays(1);

	private final Resets resets;

	private final Clock clock;

	RemoveOldResets(Resets resets, Clock clock) {
		this.resets = resets;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> remove() {
		return Mono.defer(() -> this.resets.removeOlderThan(this.clock.instant().minus(KEPT))).then();
	}

}
