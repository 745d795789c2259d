package city.plaza.identity.email;

import java.time.Clock;
import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes changes a day after they can be neither made nor undone. */
@Component
class RemoveOldEmailChanges {

	private static final Duration KEPT = Duration.ofDays(1);

	private final EmailChanges changes;

	private final Clock clock;

	RemoveOldEmailChanges(EmailChanges changes, Clock clock) {
		this.changes = changes;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> remove() {
		return Mono.defer(() -> this.changes.removeOlderThan(this.clock.instant().minus(KEPT))).then();
	}

}
