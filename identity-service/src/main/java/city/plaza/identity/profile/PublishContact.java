package city.plaza.identity.profile;

import java.time.Clock;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Stores a changed profile with the event that reports how the resident is reached from
 * now on.
 */
@Component
public class PublishContact {

	private final Profiles profiles;

	private final Accounts accounts;

	private final Outbox outbox;

	private final Clock clock;

	PublishContact(Profiles profiles, Accounts accounts, Outbox outbox, Clock clock) {
		this.profiles = profiles;
		this.accounts = accounts;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Reports what has changed about a resident's account, such as the name. Runs in the
	 * transaction of the change, which locks the profile before the account: in the other
	 * order two changes could wait for each other.
	 * @param resident whose account it is
	 * @return completes when the event is written; nothing is reported of staff
	 */
	public Mono<Void> ofAccount(AccountId resident) {
		return this.profiles.lock(resident)
			.zipWith(Mono.defer(() -> this.accounts.of(resident)), (profile, account) -> profile.in(account.language()))
			.flatMap(this::of);
	}

	/** Stores a locked profile, and reports it. Runs in the transaction of the change. */
	Mono<Void> of(Profile changed) {
		Profile next = changed.nextRevision();
		return this.profiles.save(next)
			.then(changeLanguage(next))
			.then(Mono.defer(() -> this.accounts.of(next.resident())))
			.map((account) -> ContactChanged.of(account, next, this.clock.instant()))
			.flatMap((event) -> this.outbox
				.append(new NewEvent(ContactChanged.TOPIC, event.residentId().toString(), ContactChanged.TYPE, event)));
	}

	private Mono<Void> changeLanguage(Profile profile) {
		@Nullable ContactDetails contact = profile.contact();
		@Nullable Language language = (contact != null) ? contact.language() : null;
		return (profile.submitted() && language != null) ? this.accounts.speak(profile.resident(), language)
				: Mono.empty();
	}

}
