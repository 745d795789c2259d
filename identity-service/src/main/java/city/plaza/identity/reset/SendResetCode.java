package city.plaza.identity.reset;

import city.plaza.identity.verification.SendCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Sends another code for a request, which ends the code before. */
@Component
class SendResetCode {

	/** Whether another code was sent. */
	sealed interface Outcome {

		/**
		 * The request waits for a code.
		 *
		 * @param outcome whether one was sent
		 */
		record Open(SendCode.Outcome outcome) implements Outcome {
		}

		/** The password has been reset. */
		record Completed() implements Outcome {
		}

		/** There is no such request. */
		record Unknown() implements Outcome {
		}

	}

	private final Resets resets;

	private final SendCode sendCode;

	private final Transactions transactions;

	SendResetCode(Resets resets, SendCode sendCode, Transactions transactions) {
		this.resets = resets;
		this.sendCode = sendCode;
		this.transactions = transactions;
	}

	Mono<Outcome> send(ResetId id, ClientAddress client) {
		return this.transactions
			.inOne(this.resets.of(id).flatMap((reset) -> send(reset, client)).defaultIfEmpty(new Outcome.Unknown()));
	}

	private Mono<Outcome> send(Reset reset, ClientAddress client) {
		return reset.isCompleted() ? Mono.just(new Outcome.Completed())
				: this.sendCode.another(reset.recipient(), client).map(Outcome.Open::new);
	}

}
