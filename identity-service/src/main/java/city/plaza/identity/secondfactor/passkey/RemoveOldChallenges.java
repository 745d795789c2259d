package city.plaza.identity.secondfactor.passkey;

import java.time.Clock;

import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes challenges that nobody signed in time. */
@Component
class RemoveOldChallenges {

	private final Challenges challenges;

	private final Clock clock;

	RemoveOldChallenges(Challenges challenges, Clock clock) {
		this.challenges = challenges;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> remove() {
		return Mono.defer(() -> this.challenges.removeOver(this.clock.instant())).then();
	}

}
