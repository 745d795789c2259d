package city.plaza.identity.social;

import java.time.Clock;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.social.provider.ProviderPerson;
import city.plaza.identity.social.provider.SocialSettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Who may sign in by a provider. */
@Component
class SocialRules {

	private final Accounts accounts;

	private final SocialSettings settings;

	private final Clock clock;

	SocialRules(Accounts accounts, SocialSettings settings, Clock clock) {
		this.accounts = accounts;
		this.settings = settings;
		this.clock = clock;
	}

	/** Staff only where the settings allow it: they can do more than residents. */
	boolean mayUse(Account account) {
		return account.kind() == Account.Kind.RESIDENT || this.settings.staff();
	}

	/**
	 * The ticket of a person without an account; nothing where the address is a staff
	 * member's.
	 */
	Mono<Ticket> ticket(ProviderPerson named, @Nullable String then) {
		return Mono.justOrEmpty(named.provedEmail())
			.flatMap(this.accounts::of)
			.map(this::mayUse)
			.defaultIfEmpty(true)
			.filter(Boolean::booleanValue)
			.map((may) -> Ticket.of(named, then, this.clock.instant()));
	}

}
