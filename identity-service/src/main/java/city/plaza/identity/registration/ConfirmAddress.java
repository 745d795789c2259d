package city.plaza.identity.registration;

import java.time.Clock;
import java.time.Instant;

import city.plaza.identity.account.Account;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.session.Session;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.identity.verification.TryCode;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Proves an address by its code. The resident, the event that reports it and the first
 * session come to be together or not at all.
 */
@Component
class ConfirmAddress {

	/** Whether the address is confirmed. */
	sealed interface Outcome {

		/** The resident exists and is signed in. */
		record Confirmed(OpenedSession session) implements Outcome {
		}

		/** Nothing but the count of tries has changed. */
		sealed interface NotConfirmed extends Outcome {

		}

		/**
		 * The code is not accepted.
		 *
		 * @param reason as the code's own package found it
		 */
		record CodeRefused(TryCode.Outcome.Refused reason) implements NotConfirmed {
		}

		/** Another registration of the address was confirmed first. */
		record AddressTaken() implements NotConfirmed {
		}

		/** There is no such registration. */
		record Unknown() implements NotConfirmed {
		}

	}

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
	 * @param code as typed
	 * @param kind of the session that begins
	 * @return how it ended; a wrong code has counted
	 */
	Mono<Outcome> confirm(RegistrationId id, Secret code, Session.Kind kind) {
		return this.transactions.inOne(this.registrations.of(id)
			.flatMap((registration) -> tryCode(registration, code, kind))
			.defaultIfEmpty(new Outcome.Unknown()));
	}

	private Mono<Outcome> tryCode(Registration registration, Secret code, Session.Kind kind) {
		return this.tryCode.attempt(registration.id(), code).flatMap((outcome) -> switch (outcome) {
			case TryCode.Outcome.Right right -> become(registration, kind);
			case TryCode.Outcome.Refused refused -> Mono.just(new Outcome.CodeRefused(refused));
		});
	}

	private Mono<Outcome> become(Registration registration, Session.Kind kind) {
		Instant now = this.clock.instant();
		Account resident = registration.resident(now);
		return this.registrations.confirm(registration.id(), now)
			.then(this.admit.admit(resident, registration.person(), kind))
			.<Outcome>map(Outcome.Confirmed::new)
			.defaultIfEmpty(new Outcome.AddressTaken());
	}

}
