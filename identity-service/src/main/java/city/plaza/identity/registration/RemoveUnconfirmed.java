package city.plaza.identity.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes registrations a day after they were made, confirmed or not. */
@Component
class RemoveUnconfirmed {

	private static final Duration KEPT = Duration.ofDays(1);

	private final Registrations registrations;

	private final Clock clock;

	RemoveUnconfirmed(Registrations registrations, Clock clock) {
		this.registrations = registrations;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> remove() {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.registrations.removeOlderThan(now.minus(KEPT), now);
		}).then();
	}

}
