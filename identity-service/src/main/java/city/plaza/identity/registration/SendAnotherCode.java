package city.plaza.identity.registration;

import java.time.Duration;

import city.plaza.identity.verification.RegistrationId;
import city.plaza.identity.verification.SendCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Sends another code for a registration. */
@Component
class SendAnotherCode {

	/** How it ended. */
	sealed interface Outcome {

	}

	/** A mail is on its way. */
	record Sent() implements Outcome {
	}

	/**
	 * The last one may still be on its way.
	 *
	 * @param pause until another may be sent
	 */
	record TooSoon(Duration pause) implements Outcome {
	}

	/**
	 * The address had its codes of the day.
	 *
	 * @param pause until another may be sent
	 */
	record TooMany(Duration pause) implements Outcome {
	}

	/** There is nothing left to confirm. */
	record AlreadyConfirmed() implements Outcome {
	}

	/** There is no such registration. */
	record Unknown() implements Outcome {
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
			.defaultIfEmpty(new Unknown()));
	}

	private Mono<Outcome> send(Registration registration, ClientAddress client) {
		if (registration.isConfirmed()) {
			return Mono.just(new AlreadyConfirmed());
		}
		return this.sendCode.another(registration.recipient(), client).map((outcome) -> switch (outcome) {
			case SendCode.Sent sent -> new Sent();
			case SendCode.TooSoon tooSoon -> new TooSoon(tooSoon.pause());
			case SendCode.TooMany tooMany -> new TooMany(tooMany.pause());
		});
	}

}
