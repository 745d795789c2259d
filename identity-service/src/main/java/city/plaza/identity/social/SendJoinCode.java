package city.plaza.identity.social;

import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.verification.Recipient;
import city.plaza.identity.verification.SendCode;
import city.plaza.platform.messages.Language;
import city.plaza.platform.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Mails a code to the account that a provider shall be joined to, for a holder who does
 * not know its password or has none.
 */
@Component
class SendJoinCode {

	private final Carried carried;

	private final Accounts accounts;

	private final SocialRules rules;

	private final SendCode sendCode;

	private final KeyedHashes hashes;

	SendJoinCode(Carried carried, Accounts accounts, SocialRules rules, SendCode sendCode, KeyedHashes hashes) {
		this.carried = carried;
		this.accounts = accounts;
		this.rules = rules;
		this.sendCode = sendCode;
		this.hashes = hashes;
	}

	/** Nothing where the ticket is too old, or no account is to be joined. */
	Mono<SendCode.Outcome> send(@Nullable Secret sealed, Language language, ClientAddress client) {
		return Mono.justOrEmpty(this.carried.ticket(sealed))
			.flatMap((ticket) -> Mono.justOrEmpty(ticket.provedEmail())
				.flatMap(this.accounts::of)
				.filter(this.rules::mayUse)
				.flatMap((account) -> this.sendCode
					.another(new Recipient(JoinFlow.of(ticket, this.hashes), account.email(), language), client)));
	}

}
