package city.plaza.identity.lookup;

import java.util.Optional;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.problem.RequestLog;
import city.plaza.platform.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Finds the resident of an email address for staff. Each look is logged with who took it,
 * never with the address.
 */
@Component
class FindResident {

	private static final Logger log = LoggerFactory.getLogger(FindResident.class);

	private final Accounts accounts;

	private final Audit audit;

	private final Transactions transactions;

	FindResident(Accounts accounts, Audit audit, Transactions transactions) {
		this.accounts = accounts;
		this.audit = audit;
		this.transactions = transactions;
	}

	/**
	 * Finds a resident.
	 * @param email exactly as registered, but for upper and lower case
	 * @param by the member of staff
	 * @return the resident's id; empty where no resident has the address
	 */
	Mono<AccountId> find(EmailAddress email, Caller by) {
		Mono<AccountId> found = this.accounts.of(email)
			.filter((account) -> account.kind() == Account.Kind.RESIDENT)
			.map(Account::id);
		return this.transactions
			.inOne(found.map(Optional::of)
				.defaultIfEmpty(Optional.empty())
				.flatMap((resident) -> this.audit.record(entry(resident, by)).thenReturn(resident)))
			.delayUntil((resident) -> RequestLog.write(() -> log.info("Finance: {} looked up a resident by email, {}",
					by.id(), resident.map((id) -> "found " + id).orElse("found nobody"))))
			.flatMap(Mono::justOrEmpty);
	}

	private static NewEntry entry(Optional<AccountId> found, Caller by) {
		Actor staff = Actor.of(by);
		return found.map((id) -> Audit.on(id, IdentityAction.RESIDENT_LOOKED_UP, staff))
			.orElseGet(() -> NewEntry.of(staff, IdentityAction.RESIDENT_LOOKED_UP, "account", "none").failed());
	}

}
