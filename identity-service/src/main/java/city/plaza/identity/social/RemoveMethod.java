package city.plaza.identity.social;

import city.plaza.identity.account.Account;
import city.plaza.identity.method.SignInMethodId;
import city.plaza.identity.method.SignInMethods;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Removes a provider from an account's sign-in methods, never the last way in. */
@Component
class RemoveMethod {

	/** Whether it was removed. */
	enum Outcome {

		/** It was. */
		REMOVED,
		/** Nothing else signs in to the account. */
		LAST,
		/** The account has no such method. */
		UNKNOWN

	}

	private final SignInMethods methods;

	private final Transactions transactions;

	RemoveMethod(SignInMethods methods, Transactions transactions) {
		this.methods = methods;
		this.transactions = transactions;
	}

	/** One after another, so that two at once cannot remove the last two. */
	Mono<Outcome> remove(SignInMethodId id, Account account) {
		return this.transactions.inOne(
				this.methods.lock(account.id()).then(Mono.defer(() -> this.methods.of(account.id()))).flatMap((all) -> {
					if (all.stream().noneMatch((method) -> method.id().equals(id))) {
						return Mono.just(Outcome.UNKNOWN);
					}
					if (account.passwordHash() == null && all.size() == 1) {
						return Mono.just(Outcome.LAST);
					}
					return this.methods.remove(id, account.id()).thenReturn(Outcome.REMOVED);
				}));
	}

}
