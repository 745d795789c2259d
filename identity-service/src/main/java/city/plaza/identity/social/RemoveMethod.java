package city.plaza.identity.social;

import java.util.List;
import java.util.Optional;

import city.plaza.identity.account.Account;
import city.plaza.identity.method.SignInMethod;
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

	private final ReportMethod report;

	private final Transactions transactions;

	RemoveMethod(SignInMethods methods, ReportMethod report, Transactions transactions) {
		this.methods = methods;
		this.report = report;
		this.transactions = transactions;
	}

	/** One after another, so that two at once cannot remove the last two. */
	Mono<Outcome> remove(SignInMethodId id, Account account) {
		return this.transactions.inOne(this.methods.lock(account.id())
			.then(Mono.defer(() -> this.methods.of(account.id())))
			.flatMap((all) -> remove(id, account, all)));
	}

	private Mono<Outcome> remove(SignInMethodId id, Account account, List<SignInMethod> all) {
		Optional<SignInMethod> method = all.stream().filter((each) -> each.id().equals(id)).findFirst();
		if (method.isEmpty()) {
			return Mono.just(Outcome.UNKNOWN);
		}
		if (account.passwordHash() == null && all.size() == 1) {
			return Mono.just(Outcome.LAST);
		}
		return this.methods.remove(id, account.id())
			.then(this.report.removed(account, method.get().person()))
			.thenReturn(Outcome.REMOVED);
	}

}
