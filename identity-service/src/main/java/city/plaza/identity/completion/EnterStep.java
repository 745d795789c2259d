package city.plaza.identity.completion;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.profile.ChangeProfile;
import city.plaza.identity.profile.ContactDetails;
import city.plaza.identity.profile.PostalAddress;
import city.plaza.identity.profile.Profile;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Takes contact or address, whose draft has served its time then. */
@Component
class EnterStep {

	private final ChangeProfile change;

	private final Drafts drafts;

	private final Transactions transactions;

	EnterStep(ChangeProfile change, Drafts drafts, Transactions transactions) {
		this.change = change;
		this.drafts = drafts;
		this.transactions = transactions;
	}

	/** Empty where no resident has this id. */
	Mono<Profile> contact(AccountId resident, ContactDetails contact) {
		return finish(Step.CONTACT, this.change.contact(resident, contact));
	}

	/** Empty where no resident has this id. */
	Mono<Profile> address(AccountId resident, PostalAddress address) {
		return finish(Step.ADDRESS, this.change.address(resident, address));
	}

	private Mono<Profile> finish(Step step, Mono<Profile> changed) {
		return this.transactions
			.inOne(changed.flatMap((profile) -> this.drafts.remove(profile.resident(), step).thenReturn(profile)));
	}

}
