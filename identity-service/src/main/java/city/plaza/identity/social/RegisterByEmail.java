package city.plaza.identity.social;

import city.plaza.identity.registration.RegisterFromProvider;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.messages.Language;
import city.plaza.platform.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Registers a person whose provider vouches for no address, with an address that our own
 * code proves. It is never joined to an account: an address with one gets the same
 * response, and its holder a mail.
 */
@Component
class RegisterByEmail {

	private final Carried carried;

	private final RegisterFromProvider register;

	RegisterByEmail(Carried carried, RegisterFromProvider register) {
		this.carried = carried;
		this.register = register;
	}

	/** Nothing where the ticket is too old, or its address is proved already. */
	Mono<RegisterFromProvider.Outcome> register(@Nullable Secret sealed, @Nullable String email,
			@Nullable String givenName, @Nullable String familyName, Language language, ClientAddress client) {
		return Mono.justOrEmpty(this.carried.ticket(sealed))
			.filter((ticket) -> ticket.provedEmail().isEmpty())
			.flatMap((ticket) -> this.register.register(ticket.person(), email, givenName, familyName, language,
					client));
	}

}
