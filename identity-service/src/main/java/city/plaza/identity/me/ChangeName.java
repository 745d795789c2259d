package city.plaza.identity.me;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.profile.Profiles;
import city.plaza.identity.profile.PublishContact;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Gives the caller's account another name, and reports it where it is a resident's. */
@Component
class ChangeName {

	private final Profiles profiles;

	private final Accounts accounts;

	private final PublishContact publish;

	private final Audit audit;

	private final Transactions transactions;

	ChangeName(Profiles profiles, Accounts accounts, PublishContact publish, Audit audit, Transactions transactions) {
		this.profiles = profiles;
		this.accounts = accounts;
		this.publish = publish;
		this.audit = audit;
		this.transactions = transactions;
	}

	/**
	 * Changes it; the same name again is no event.
	 * @param account of the caller
	 */
	Mono<Void> change(Account account, PersonName given, PersonName family) {
		return this.transactions
			.inOne(lockProfile(account).then(Mono.defer(() -> this.accounts.rename(account.id(), given, family)))
				.filter(Boolean::booleanValue)
				.flatMap((changed) -> publish(account)
					.then(this.audit.record(Audit.by(account, IdentityAction.PROFILE_CHANGED).with("what", "name")))));
	}

	/** Before the account, as every change that reports a resident does. */
	private Mono<Void> lockProfile(Account account) {
		return isResident(account) ? this.profiles.lock(account.id()).then() : Mono.empty();
	}

	private Mono<Void> publish(Account account) {
		return isResident(account) ? this.publish.ofAccount(account.id()) : Mono.empty();
	}

	private static boolean isResident(Account account) {
		return account.kind() == Account.Kind.RESIDENT;
	}

}
