package city.plaza.identity.secondfactor;

import java.util.List;
import java.util.Map;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secondfactor.passkey.CreationOptions;
import city.plaza.identity.secondfactor.passkey.Passkeys;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Adds a passkey to an account. */
@Component
class AddPasskey {

	/** Whether it is added. */
	sealed interface Outcome {

		/**
		 * It is.
		 *
		 * @param recoveryCodes new ones, where the account had none; else empty
		 */
		record Added(List<Secret> recoveryCodes) implements Outcome {
		}

		/** It is not. */
		enum Refused implements Outcome {

			/** It is not what was asked for, or is registered already. */
			WRONG,
			/** The account has {@value Passkeys#MOST}. */
			TOO_MANY

		}

	}

	private final Accounts accounts;

	private final Passkeys passkeys;

	private final NoteFactor noteFactor;

	private final ReportSecurityChange reportChange;

	private final Transactions transactions;

	AddPasskey(Accounts accounts, Passkeys passkeys, NoteFactor noteFactor, ReportSecurityChange reportChange,
			Transactions transactions) {
		this.accounts = accounts;
		this.passkeys = passkeys;
		this.noteFactor = noteFactor;
		this.reportChange = reportChange;
		this.transactions = transactions;
	}

	/** What the browser needs; empty where the account was removed. */
	Mono<CreationOptions> begin(AccountId id, Hash session) {
		return this.accounts.of(id).flatMap((account) -> this.passkeys.toAdd(account, session));
	}

	Mono<Outcome> add(AccountId id, Map<String, Object> credential, String name, Hash session) {
		return this.transactions.inOne(this.accounts.lock(id)
			.flatMap((account) -> this.passkeys.of(id)
				.flatMap((known) -> (known.size() >= Passkeys.MOST) ? Mono.just(Outcome.Refused.TOO_MANY)
						: add(account, credential, name, session))));
	}

	private Mono<Outcome> add(Account account, Map<String, Object> credential, String name, Hash session) {
		return this.passkeys.add(account.id(), credential, name, session)
			.flatMap((added) -> this.reportChange.report(account, SecurityChange.PASSKEY_ADDED, name)
				.then(this.noteFactor.added(account)))
			.<Outcome>map(Outcome.Added::new)
			.defaultIfEmpty(Outcome.Refused.WRONG);
	}

}
