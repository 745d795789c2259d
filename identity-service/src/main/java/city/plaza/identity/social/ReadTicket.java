package city.plaza.identity.social;

import java.util.List;
import java.util.Optional;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.method.SignInMethods;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.social.provider.Provider;
import city.plaza.identity.social.provider.Providers;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Finds out what a person has to do next who has no account by a provider yet. */
@Component
class ReadTicket {

	/** What comes next. */
	enum Step {

		/** The address is proved and has no account. */
		REGISTER,
		/** The address is proved and has an account. */
		JOIN,
		/** The provider vouches for no address: the person names one and gets a code. */
		EMAIL

	}

	/**
	 * What is known.
	 *
	 * @param step what comes next
	 * @param ticket as it was carried
	 * @param provider that named the person
	 * @param signInBy providers by which an account without a password signs in; none of
	 * one with a password
	 */
	record Read(Step step, Ticket ticket, Provider provider, List<String> signInBy) {
	}

	private final Carried carried;

	private final Providers providers;

	private final Accounts accounts;

	private final SignInMethods methods;

	ReadTicket(Carried carried, Providers providers, Accounts accounts, SignInMethods methods) {
		this.carried = carried;
		this.providers = providers;
		this.accounts = accounts;
		this.methods = methods;
	}

	/** Nothing where the ticket is too old or none of ours. */
	Mono<Read> read(@Nullable Secret sealed) {
		return Mono.justOrEmpty(this.carried.ticket(sealed))
			.flatMap((ticket) -> Mono.justOrEmpty(this.providers.named(ticket.provider()))
				.flatMap((provider) -> read(ticket, provider)));
	}

	private Mono<Read> read(Ticket ticket, Provider provider) {
		Optional<EmailAddress> email = ticket.provedEmail();
		if (email.isEmpty()) {
			return Mono.just(new Read(Step.EMAIL, ticket, provider, List.of()));
		}
		return this.accounts.of(email.get())
			.flatMap((account) -> othersOf(account).map((others) -> new Read(Step.JOIN, ticket, provider, others)))
			.defaultIfEmpty(new Read(Step.REGISTER, ticket, provider, List.of()));
	}

	private Mono<List<String>> othersOf(Account account) {
		return (account.passwordHash() != null) ? Mono.just(List.of()) : this.methods.of(account.id())
			.map((all) -> all.stream().map((method) -> method.person().provider()).distinct().toList());
	}

}
