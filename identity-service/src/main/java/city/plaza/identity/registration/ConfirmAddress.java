package city.plaza.identity.registration;

import java.time.Clock;
import java.time.Instant;

import city.plaza.identity.account.Account;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.identity.verification.TryCode;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Proves an address by its code. The resident, the event that tells of it and the first
 * session come to be together or not at all.
 */
@Component
class ConfirmAddress {

	private final Registrations registrations;

	private final TryCode tryCode;

	private final AdmitResident admit;

	private final Transactions transactions;

	private final Clock clock;

	ConfirmAddress(Registrations registrations, TryCode tryCode, AdmitResident admit, Transactions transactions,
			Clock clock) {
		this.registrations = registrations;
		this.tryCode = tryCode;
		this.admit = admit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Tries to confirm.
	 * @param id of the registration
	 * @param code as typed
	 * @param kind of the session that begins
	 * @return how it ended; a wrong code has counted
	 */
	Mono<Confirmation> confirm(RegistrationId id, Secret code, Session.Kind kind) {
		return this.transactions.inOne(this.registrations.of(id)
			.flatMap((registration) -> tryCode(registration, code, kind))
			.defaultIfEmpty(Confirmation.Refused.UNKNOWN));
	}

	private Mono<Confirmation> tryCode(Registration registration, Secret code, Session.Kind kind) {
		return this.tryCode.attempt(registration.id(), code).flatMap((outcome) -> switch (outcome) {
			case RIGHT -> become(registration, kind);
			case WRONG -> Mono.just(Confirmation.Refused.WRONG_CODE);
			case SPENT -> Mono.just(Confirmation.Refused.TRIES_SPENT);
			case EXPIRED -> Mono.just(Confirmation.Refused.EXPIRED_CODE);
			case USED -> Mono.just(Confirmation.Refused.ALREADY_USED);
		});
	}

	private Mono<Confirmation> become(Registration registration, Session.Kind kind) {
		Instant now = this.clock.instant();
		Account resident = registration.resident(now);
		return this.registrations.confirm(registration.id(), now)
			.then(this.admit.admit(resident, kind))
			.<Confirmation>map(Confirmation.Confirmed::new)
			.defaultIfEmpty(Confirmation.Refused.ALREADY_USED);
	}

}
