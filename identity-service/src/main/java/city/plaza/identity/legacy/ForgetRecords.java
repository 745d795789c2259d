package city.plaza.identity.legacy;

import city.plaza.identity.account.Account;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Removes what the portal before knew of a resident who deletes the account. */
@Component
public class ForgetRecords {

	private final LegacyResidents residents;

	ForgetRecords(LegacyResidents residents) {
		this.residents = residents;
	}

	/** Runs in the transaction of its caller. */
	public Mono<Void> of(Account account) {
		return this.residents.removeOf(account);
	}

}
