package city.plaza.identity.completion;

import java.util.Optional;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.profile.Profile;
import city.plaza.identity.profile.Profiles;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Finds out how far a resident has come. */
@Component
class ReadProgress {

	private final Profiles profiles;

	private final Acknowledgments acknowledgments;

	private final Signatures signatures;

	private final StepRules rules;

	ReadProgress(Profiles profiles, Acknowledgments acknowledgments, Signatures signatures, StepRules rules) {
		this.profiles = profiles;
		this.acknowledgments = acknowledgments;
		this.signatures = signatures;
		this.rules = rules;
	}

	Mono<Progress> of(AccountId resident) {
		return known(resident).map((known) -> Progress.of(this.rules, known));
	}

	Mono<Progress> of(Profile profile) {
		return known(profile).map((known) -> Progress.of(this.rules, known));
	}

	Mono<Progress.Known> known(AccountId resident) {
		return this.profiles.of(resident).flatMap(this::known);
	}

	/** Whether a step is required and not done. */
	boolean isMissing(Step step, Progress.Known known) {
		return Progress.of(this.rules, known)
			.steps()
			.stream()
			.anyMatch((state) -> state.step() == step && state.required() && !state.complete());
	}

	private Mono<Progress.Known> known(Profile profile) {
		return orNone(this.acknowledgments.of(profile.resident()))
			.flatMap((accepted) -> orNone(this.signatures.of(profile.resident()))
				.map((signed) -> new Progress.Known(profile, accepted.orElse(null), signed.orElse(null))));
	}

	private static <T> Mono<Optional<T>> orNone(Mono<T> part) {
		return part.map(Optional::of).defaultIfEmpty(Optional.empty());
	}

}
