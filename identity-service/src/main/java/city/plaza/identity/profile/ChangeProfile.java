package city.plaza.identity.profile;

import java.util.Set;
import java.util.function.UnaryOperator;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Changes contact or address. Before the registration is submitted it is only kept, later
 * it is in force and reported.
 */
@Component
public class ChangeProfile {

	private final Profiles profiles;

	private final PublishContact publish;

	private final Audit audit;

	private final Transactions transactions;

	ChangeProfile(Profiles profiles, PublishContact publish, Audit audit, Transactions transactions) {
		this.profiles = profiles;
		this.publish = publish;
		this.audit = audit;
		this.transactions = transactions;
	}

	/**
	 * Changes the contact.
	 * @return the profile as it is now; empty where no resident has this id
	 */
	public Mono<Profile> contact(AccountId resident, ContactDetails contact) {
		return change(resident, "contact", (profile) -> profile.with(contact));
	}

	/**
	 * Changes the address.
	 * @return the profile as it is now; empty where no resident has this id
	 */
	public Mono<Profile> address(AccountId resident, PostalAddress address) {
		return change(resident, "address", (profile) -> profile.with(address));
	}

	private Mono<Profile> change(AccountId resident, String what, UnaryOperator<Profile> change) {
		return this.transactions
			.inOne(this.profiles.lock(resident).flatMap((before) -> store(before, change.apply(before), what)));
	}

	/** What stays the same is no event. */
	private Mono<Profile> store(Profile before, Profile after, String what) {
		if (after.equals(before)) {
			return Mono.just(after);
		}
		return (after.submitted() ? report(after, what) : this.profiles.save(after)).thenReturn(after);
	}

	private Mono<Void> report(Profile changed, String what) {
		return this.publish.of(changed).then(this.audit.record(entry(changed, what)));
	}

	/** What the audit trail says of a change that is in force: not what it changed to. */
	static NewEntry entry(Profile changed, String what) {
		Actor holder = Actor.of(changed.resident().value(), Set.of());
		return Audit.on(changed.resident(), IdentityAction.PROFILE_CHANGED, holder).with("what", what);
	}

}
