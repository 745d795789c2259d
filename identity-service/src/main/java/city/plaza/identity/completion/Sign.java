package city.plaza.identity.completion;

import java.time.Clock;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.profile.Profile;
import city.plaza.identity.profile.Profiles;
import city.plaza.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Keeps a signature, with the time and the text that it is for. */
@Component
class Sign {

	private final Profiles profiles;

	private final ReadProgress readProgress;

	private final Signatures signatures;

	private final Drafts drafts;

	private final Transactions transactions;

	private final Clock clock;

	Sign(Profiles profiles, ReadProgress readProgress, Signatures signatures, Drafts drafts, Transactions transactions,
			Clock clock) {
		this.profiles = profiles;
		this.readProgress = readProgress;
		this.signatures = signatures;
		this.drafts = drafts;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Signs.
	 * @return how it ended; empty where no resident has this id
	 */
	Mono<Evidence> sign(AccountId resident, Signature signature) {
		return this.transactions.inOne(this.profiles.lock(resident).flatMap((profile) -> sign(profile, signature)));
	}

	private Mono<Evidence> sign(Profile profile, Signature signature) {
		if (profile.submitted()) {
			return Mono.just(Evidence.SUBMITTED_BEFORE);
		}
		return this.readProgress.known(profile.resident()).flatMap((known) -> {
			boolean unread = this.readProgress.isMissing(Step.ACKNOWLEDGMENT, known);
			return unread ? Mono.just(Evidence.TEXT_CHANGED) : keep(profile.resident(), signature, known.accepted());
		});
	}

	private Mono<Evidence> keep(AccountId resident, Signature signature, @Nullable Acceptance accepted) {
		Signed signed = new Signed(signature, (accepted != null) ? accepted.hash() : null, this.clock.instant());
		return this.signatures.keep(resident, signed)
			.then(this.drafts.remove(resident, Step.SIGNATURE))
			.thenReturn(Evidence.KEPT);
	}

}
