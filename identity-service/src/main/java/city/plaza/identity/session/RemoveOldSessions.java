package city.plaza.identity.session;

import java.time.Clock;
import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes sessions some time after their end: until then a stolen token that comes back
 * is still known, and their holder sees when and where someone signed in.
 */
@Component
class RemoveOldSessions {

	private static final Duration KEPT = Duration.ofDays(30);

	private final Sessions sessions;

	private final RememberedDevices remembered;

	private final Clock clock;

	RemoveOldSessions(Sessions sessions, RememberedDevices remembered, Clock clock) {
		this.sessions = sessions;
		this.remembered = remembered;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> remove() {
		return Mono.defer(() -> this.sessions.removeEndedBefore(this.clock.instant().minus(KEPT)))
			.then(Mono.defer(() -> this.remembered.removeOver(this.clock.instant())))
			.then();
	}

}
