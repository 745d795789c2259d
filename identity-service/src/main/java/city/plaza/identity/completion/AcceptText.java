package city.plaza.identity.completion;

import java.time.Clock;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.profile.Profile;
import city.plaza.identity.profile.Profiles;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Keeps that a resident accepted the city's text, and which. */
@Component
class AcceptText {

	private final Profiles profiles;

	private final Acknowledgments acknowledgments;

	private final StepRules rules;

	private final Transactions transactions;

	private final Clock clock;

	AcceptText(Profiles profiles, Acknowledgments acknowledgments, StepRules rules, Transactions transactions,
			Clock clock) {
		this.profiles = profiles;
		this.acknowledgments = acknowledgments;
		this.rules = rules;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Accepts a text. Accepted twice, the first time counts: what was signed in between
	 * stays signed.
	 * @param version as it was read
	 * @param language in which it was read
	 * @return how it ended; empty where no resident has this id
	 */
	Mono<Evidence> accept(AccountId resident, String version, Language language) {
		return this.transactions
			.inOne(this.profiles.lock(resident).flatMap((profile) -> accept(profile, version, language)));
	}

	private Mono<Evidence> accept(Profile profile, String version, Language language) {
		if (profile.submitted()) {
			return Mono.just(Evidence.SUBMITTED_BEFORE);
		}
		return Mono.justOrEmpty(this.rules.text(language))
			.filter((text) -> text.version().equals(version))
			.flatMap((text) -> keep(profile.resident(), text))
			.defaultIfEmpty(Evidence.TEXT_CHANGED);
	}

	private Mono<Evidence> keep(AccountId resident, AcknowledgedText text) {
		return this.acknowledgments.of(resident)
			.filter((before) -> before.hash().equals(text.hash()))
			.hasElement()
			.flatMap((same) -> same ? Mono.empty() : this.acknowledgments.accept(resident, text, this.clock.instant()))
			.thenReturn(Evidence.KEPT);
	}

}
