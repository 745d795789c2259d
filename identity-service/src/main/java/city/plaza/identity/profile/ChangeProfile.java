package city.plaza.identity.profile;

import java.util.function.UnaryOperator;

import city.plaza.identity.account.AccountId;
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

	private final Transactions transactions;

	ChangeProfile(Profiles profiles, PublishContact publish, Transactions transactions) {
		this.profiles = profiles;
		this.publish = publish;
		this.transactions = transactions;
	}

	/**
	 * Changes the contact.
	 * @return the profile as it is now; empty where no resident has this id
	 */
	public Mono<Profile> contact(AccountId resident, ContactDetails contact) {
		return change(resident, (profile) -> profile.with(contact));
	}

	/**
	 * Changes the address.
	 * @return the profile as it is now; empty where no resident has this id
	 */
	public Mono<Profile> address(AccountId resident, PostalAddress address) {
		return change(resident, (profile) -> profile.with(address));
	}

	private Mono<Profile> change(AccountId resident, UnaryOperator<Profile> change) {
		return this.transactions
			.inOne(this.profiles.lock(resident).flatMap((before) -> store(before, change.apply(before))));
	}

	/** What stays the same is no event. */
	private Mono<Profile> store(Profile before, Profile after) {
		if (after.equals(before)) {
			return Mono.just(after);
		}
		return (after.submitted() ? this.publish.of(after) : this.profiles.save(after)).thenReturn(after);
	}

}
