package city.plaza.identity.legacy;

import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.Caller;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Notes that a copy of somebody's data is taken, and finds what no page shows of it: what
 * the portal before knew.
 */
@Component
class CopyRecord {

	private final LegacyResidents residents;

	private final Audit audit;

	private final Transactions transactions;

	CopyRecord(LegacyResidents residents, Audit audit, Transactions transactions) {
		this.residents = residents;
		this.audit = audit;
		this.transactions = transactions;
	}

	/** The records that came back to the caller, the first one first. */
	Mono<List<LegacyResident>> copy(Caller caller) {
		AccountId account = new AccountId(caller.id());
		return this.transactions
			.inOne(this.audit.record(Audit.on(account, IdentityAction.DATA_EXPORTED, Actor.of(caller)))
				.then(this.residents.of(account)));
	}

}
