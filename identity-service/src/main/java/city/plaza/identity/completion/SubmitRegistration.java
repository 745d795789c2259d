package city.plaza.identity.completion;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.profile.Profile;
import city.plaza.identity.profile.Profiles;
import city.plaza.identity.profile.SubmitProfile;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Completes a registration, once however often it is asked for. */
@Component
class SubmitRegistration {

	/** Whether the registration is complete. */
	sealed interface Outcome {

		/** It is, now or before. */
		record Submitted() implements Outcome {
		}

		/**
		 * It is not.
		 *
		 * @param step the first that is missing
		 */
		record Incomplete(Step step) implements Outcome {
		}

	}

	private final Profiles profiles;

	private final ReadProgress readProgress;

	private final SubmitProfile submitProfile;

	private final Drafts drafts;

	private final Transactions transactions;

	SubmitRegistration(Profiles profiles, ReadProgress readProgress, SubmitProfile submitProfile, Drafts drafts,
			Transactions transactions) {
		this.profiles = profiles;
		this.readProgress = readProgress;
		this.submitProfile = submitProfile;
		this.drafts = drafts;
		this.transactions = transactions;
	}

	/** Empty where no resident has this id. */
	Mono<Outcome> submit(AccountId resident) {
		return this.transactions.inOne(this.profiles.lock(resident).flatMap(this::submit));
	}

	private Mono<Outcome> submit(Profile profile) {
		return this.readProgress.of(profile)
			.flatMap((progress) -> progress.missing()
				.<Mono<Outcome>>map((step) -> Mono.just(new Outcome.Incomplete(step)))
				.orElseGet(() -> this.submitProfile.submit(profile)
					.then(this.drafts.removeAll(profile.resident()))
					.thenReturn(new Outcome.Submitted())));
	}

}
