package city.plaza.identity.reset;

import java.time.Clock;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.verification.SendCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Stores a request for another password and sends its first code. Known addresses and new
 * ones take the same work and get the same response; a mail goes to either.
 */
@Component
class RequestReset {

	private final Resets resets;

	private final SendCode sendCode;

	private final Transactions transactions;

	private final Clock clock;

	RequestReset(Resets resets, SendCode sendCode, Transactions transactions, Clock clock) {
		this.resets = resets;
		this.sendCode = sendCode;
		this.transactions = transactions;
		this.clock = clock;
	}

	Mono<ResetId> request(EmailAddress email, Language language, ClientAddress client) {
		return Mono.defer(() -> {
			Reset reset = new Reset(ResetId.next(), email, language, false);
			return this.transactions.inOne(this.resets.add(reset, this.clock.instant())
				.then(this.sendCode.first(reset.recipient(), client))
				.thenReturn(reset.id()));
		});
	}

}
