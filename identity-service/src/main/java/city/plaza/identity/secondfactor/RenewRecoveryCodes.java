package city.plaza.identity.secondfactor;

import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secondfactor.recovery.RecoveryCodes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Makes new recovery codes in place of the ones before. */
@Component
class RenewRecoveryCodes {

	private final Accounts accounts;

	private final Factors factors;

	private final RecoveryCodes codes;

	private final ReportSecurityChange reportChange;

	private final Transactions transactions;

	RenewRecoveryCodes(Accounts accounts, Factors factors, RecoveryCodes codes, ReportSecurityChange reportChange,
			Transactions transactions) {
		this.reportChange = reportChange;
		this.accounts = accounts;
		this.factors = factors;
		this.codes = codes;
		this.transactions = transactions;
	}

	/**
	 * To be shown once; empty where the account has no factor that they could stand in
	 * for.
	 */
	Mono<List<Secret>> renew(AccountId id) {
		return this.transactions.inOne(this.accounts.lock(id)
			.filterWhen((account) -> this.factors.of(id).map(Factors.Held::any))
			.flatMap((account) -> this.reportChange.report(account, SecurityChange.RECOVERY_CODES_REPLACED, null)
				.then(this.codes.renew(id))));
	}

}
