package city.plaza.identity.secondfactor;

import java.util.UUID;
import java.util.function.Function;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secondfactor.passkey.Passkeys;
import city.plaza.identity.secondfactor.totp.Authenticators;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Removes a factor, but never the last one of an account that has to have one. */
@Component
class RemoveFactor {

	/** Whether it is removed. */
	enum Outcome {

		/** It is. */
		REMOVED,
		/** The account has no such factor. */
		UNKNOWN,
		/** It is the last, and one is required. */
		LAST

	}

	private final Accounts accounts;

	private final Factors factors;

	private final Authenticators authenticators;

	private final Passkeys passkeys;

	private final NoteFactor noteFactor;

	private final ReportSecurityChange reportChange;

	private final SecondFactorSettings settings;

	private final Transactions transactions;

	RemoveFactor(Accounts accounts, Factors factors, Authenticators authenticators, Passkeys passkeys,
			NoteFactor noteFactor, ReportSecurityChange reportChange, SecondFactorSettings settings,
			Transactions transactions) {
		this.passkeys = passkeys;
		this.accounts = accounts;
		this.factors = factors;
		this.authenticators = authenticators;
		this.noteFactor = noteFactor;
		this.reportChange = reportChange;
		this.settings = settings;
		this.transactions = transactions;
	}

	Mono<Outcome> authenticator(AccountId id) {
		return remove(id,
				(account) -> this.authenticators.remove(id)
					.filter(Boolean::booleanValue)
					.flatMap((removed) -> this.reportChange.report(account, SecurityChange.AUTHENTICATOR_REMOVED, null)
						.thenReturn(true)));
	}

	Mono<Outcome> passkey(AccountId id, UUID passkey) {
		return remove(id,
				(account) -> this.passkeys.remove(id, passkey)
					.flatMap((name) -> this.reportChange.report(account, SecurityChange.PASSKEY_REMOVED, name)
						.thenReturn(true)));
	}

	/** The removal is empty where there is nothing to remove. */
	private Mono<Outcome> remove(AccountId id, Function<Account, Mono<Boolean>> removal) {
		return this.transactions.inOne(this.accounts.lock(id)
			.flatMap((account) -> this.factors.of(id)
				.flatMap((held) -> (held.count() == 1 && this.settings.isRequiredOf(account)) ? Mono.just(Outcome.LAST)
						: remove(account, held, removal))));
	}

	private Mono<Outcome> remove(Account account, Factors.Held held, Function<Account, Mono<Boolean>> removal) {
		return removal.apply(account)
			.flatMap((removed) -> this.noteFactor.removed(account, held.count() > 1).thenReturn(Outcome.REMOVED))
			.defaultIfEmpty(Outcome.UNKNOWN);
	}

}
