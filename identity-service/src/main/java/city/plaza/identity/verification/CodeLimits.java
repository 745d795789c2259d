package city.plaza.identity.verification;

import java.time.Duration;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.limit.Limits;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Counts the codes of a mailbox; all its plus-addresses are one. */
@Component
class CodeLimits {

	private final Limits limits;

	private final KeyedHashes hashes;

	CodeLimits(Limits limits, KeyedHashes hashes) {
		this.limits = limits;
		this.hashes = hashes;
	}

	/** How long to wait for a mail: zero where one may go out, which then counts. */
	Mono<Duration> take(EmailAddress email, ClientAddress client) {
		String mailbox = email.mailbox();
		Hash ofNetwork = this.hashes.hash("codes-of-network", mailbox, client.site());
		return this.limits.take(ofNetwork, CodeRules.OF_NETWORK)
			.flatMap((wait) -> wait.isPositive() ? Mono.just(wait) : takeOf(mailbox, ofNetwork));
	}

	private Mono<Duration> takeOf(String mailbox, Hash ofNetwork) {
		return this.limits.take(this.hashes.hash("codes", mailbox), CodeRules.OF_MAILBOX)
			.flatMap((wait) -> wait.isPositive()
					? this.limits.take(this.hashes.hash("codes-last-way", mailbox), CodeRules.LAST_WAY)
					: Mono.just(wait))
			.flatMap((wait) -> wait.isPositive() ? this.limits.giveBack(ofNetwork).thenReturn(wait) : Mono.just(wait));
	}

}
