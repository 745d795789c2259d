package city.plaza.identity.profile;

import java.time.Clock;

import city.plaza.identity.audit.Audit;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Puts what a resident entered in force, once. */
@Component
public class SubmitProfile {

	private final PublishContact publish;

	private final Audit audit;

	private final Clock clock;

	SubmitProfile(PublishContact publish, Audit audit, Clock clock) {
		this.publish = publish;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Marks a profile as submitted and reports it. Runs in the transaction of its caller.
	 * @param profile locked
	 * @return completes when both are written; at once where it was submitted before
	 */
	public Mono<Void> submit(Profile profile) {
		return profile.submitted() ? Mono.empty() : this.publish.of(profile.submittedAt(this.clock.instant()))
			.then(this.audit.record(ChangeProfile.entry(profile, "registration")));
	}

}
