package city.plaza.identity.lookup;

import java.util.UUID;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
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

	FindResident(Accounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * Finds a resident.
	 * @param email exactly as registered, but for upper and lower case
	 * @param by the member of staff
	 * @return the resident's id; empty where no resident has the address
	 */
	Mono<AccountId> find(EmailAddress email, UUID by) {
		return this.accounts.of(email)
			.filter((account) -> account.kind() == Account.Kind.RESIDENT)
			.map(Account::id)
			.doOnSuccess((id) -> log.info("Finance: {} looked up a resident by email, {}", by,
					(id != null) ? "found " + id : "found nobody"));
	}

}
