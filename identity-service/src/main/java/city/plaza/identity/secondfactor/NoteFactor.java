package city.plaza.identity.secondfactor;

import java.time.Clock;
import java.util.List;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secondfactor.recovery.RecoveryCodes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.RememberedDevices;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Sees to what follows from a factor more or less, in the transaction of the change. */
@Component
class NoteFactor {

	private final Accounts accounts;

	private final RecoveryCodes codes;

	private final RememberedDevices remembered;

	private final Clock clock;

	NoteFactor(Accounts accounts, RecoveryCodes codes, RememberedDevices remembered, Clock clock) {
		this.accounts = accounts;
		this.codes = codes;
		this.remembered = remembered;
		this.clock = clock;
	}

	/** New recovery codes where the account had none; else an empty list. */
	Mono<List<Secret>> added(Account account) {
		return this.accounts.secondFactor(account.id(), true, this.clock.instant())
			.then(this.codes.left(account.id()))
			.flatMap((left) -> (left > 0) ? Mono.just(List.of()) : this.codes.renew(account.id()));
	}

	/**
	 * No device is remembered any more, and without a factor no code is of use.
	 * @param more whether the account has another factor
	 */
	Mono<Void> removed(Account account, boolean more) {
		Mono<Void> devices = this.remembered.forgetAllOf(account.id());
		return more ? devices : devices.then(this.accounts.secondFactor(account.id(), false, this.clock.instant()))
			.then(this.codes.remove(account.id()));
	}

}
