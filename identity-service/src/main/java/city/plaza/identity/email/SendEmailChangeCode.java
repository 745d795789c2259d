package city.plaza.identity.email;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.verification.SendCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Sends another code to the new address, which ends the code before. */
@Component
class SendEmailChangeCode {

	/** Whether another code was sent. */
	sealed interface Outcome {

		/**
		 * The change waits for a code.
		 *
		 * @param outcome whether one was sent
		 */
		record Open(SendCode.Outcome outcome) implements Outcome {
		}

		/** The change has been made. */
		record Confirmed() implements Outcome {
		}

		/** The account has no such change. */
		record Unknown() implements Outcome {
		}

	}

	private final EmailChanges changes;

	private final SendCode sendCode;

	private final Transactions transactions;

	SendEmailChangeCode(EmailChanges changes, SendCode sendCode, Transactions transactions) {
		this.changes = changes;
		this.sendCode = sendCode;
		this.transactions = transactions;
	}

	Mono<Outcome> send(EmailChangeId id, AccountId account, ClientAddress client) {
		return this.transactions.inOne(this.changes.of(id, account)
			.flatMap((change) -> send(change, client))
			.defaultIfEmpty(new Outcome.Unknown()));
	}

	private Mono<Outcome> send(EmailChange change, ClientAddress client) {
		return change.isConfirmed() ? Mono.just(new Outcome.Confirmed())
				: this.sendCode.another(change.recipient(), client).map(Outcome.Open::new);
	}

}
