package city.plaza.identity.secondfactor;

import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secondfactor.totp.Authenticators;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Adds an authenticator app, in place of the one before. */
@Component
class AddAuthenticator {

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

			/** The app does not show this code. */
			WRONG_CODE,
			/** None is being added, it took too long, or too many codes were wrong. */
			NOT_BEGUN

		}

	}

	private final Accounts accounts;

	private final Authenticators authenticators;

	private final NoteFactor noteFactor;

	private final ReportSecurityChange reportChange;

	private final Transactions transactions;

	AddAuthenticator(Accounts accounts, Authenticators authenticators, NoteFactor noteFactor,
			ReportSecurityChange reportChange, Transactions transactions) {
		this.accounts = accounts;
		this.authenticators = authenticators;
		this.noteFactor = noteFactor;
		this.reportChange = reportChange;
		this.transactions = transactions;
	}

	/** What to set the app up with; empty where the account was removed. */
	Mono<Authenticators.Setup> begin(AccountId id) {
		return this.accounts.of(id).flatMap(this.authenticators::begin);
	}

	/**
	 * Adds it.
	 * @param code that the app shows
	 * @return how it ended; a wrong code has counted
	 */
	Mono<Outcome> confirm(AccountId id, Secret code) {
		return this.transactions.inOne(this.accounts.lock(id)
			.flatMap((account) -> this.authenticators.confirm(id, code).flatMap((checked) -> switch (checked) {
				case RIGHT -> this.reportChange.report(account, SecurityChange.AUTHENTICATOR_ADDED, null)
					.then(this.noteFactor.added(account))
					.<Outcome>map(Outcome.Added::new);
				case WRONG -> Mono.just(Outcome.Refused.WRONG_CODE);
				case USED, NO_KEY -> Mono.just(Outcome.Refused.NOT_BEGUN);
			})));
	}

}
