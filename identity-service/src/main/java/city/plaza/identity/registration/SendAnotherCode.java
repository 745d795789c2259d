package city.plaza.identity.registration;

import city.plaza.identity.verification.RegistrationId;
import city.plaza.identity.verification.SendCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Sends another code for a registration. */
@Component
class SendAnotherCode {

	/** Whether another code was sent. */
	sealed interface Outcome {

		/**
		 * The registration waits for its code.
		 *
		 * @param outcome of sending it
		 */
		record Unconfirmed(SendCode.Outcome outcome) implements Outcome {
		}

		/** There is nothing left to confirm. */
		record AlreadyConfirmed() implements Outcome {
		}

		/** There is no such registration. */
		record Unknown() implements Outcome {
		}

	}

	private final Registrations registrations;

	private final SendCode sendCode;

	private final Transactions transactions;

	SendAnotherCode(Registrations registrations, SendCode sendCode, Transactions transactions) {
		this.registrations = registrations;
		this.sendCode = sendCode;
		this.transactions = transactions;
	}

	Mono<Outcome> send(RegistrationId id, ClientAddress client) {
		return this.transactions.inOne(this.registrations.of(id)
			.flatMap((registration) -> send(registration, client))
			.defaultIfEmpty(new Outcome.Unknown()));
	}

	private Mono<Outcome> send(Registration registration, ClientAddress client) {
		if (registration.isConfirmed()) {
			return Mono.just(new Outcome.AlreadyConfirmed());
		}
		return this.sendCode.another(registration.recipient(), client).map(Outcome.Unconfirmed::new);
	}

}
