package city.plaza.identity.social;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.registration.AdmitResident;
import city.plaza.identity.registration.RegisterFromProvider;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.session.Session;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes an account without a password for a person whose address the provider vouches
 * for. Whoever registered the address before without proving it gets nothing: of several
 * for one address the first proved one is the account.
 */
@Component
class CreateAccount {

	/** Whether the account was made. */
	sealed interface Outcome {

		/** It was, and its holder is signed in. */
		record Created(OpenedSession session) implements Outcome {
		}

		/** The names cannot be taken. */
		record Refused(List<FieldError> errors) implements Outcome {
		}

		/** The address or the person has an account by now. */
		record AccountExists() implements Outcome {
		}

		/** The ticket is too old, or vouches for no address. */
		record Expired() implements Outcome {
		}

	}

	private final Carried carried;

	private final AdmitResident admit;

	private final Transactions transactions;

	private final Clock clock;

	CreateAccount(Carried carried, AdmitResident admit, Transactions transactions, Clock clock) {
		this.carried = carried;
		this.admit = admit;
		this.transactions = transactions;
		this.clock = clock;
	}

	Mono<Outcome> create(@Nullable Secret sealed, @Nullable String givenName, @Nullable String familyName,
			Language language) {
		Optional<Ticket> ticket = this.carried.ticket(sealed);
		Optional<EmailAddress> email = ticket.flatMap(Ticket::provedEmail);
		if (ticket.isEmpty() || email.isEmpty()) {
			return Mono.just(new Outcome.Expired());
		}
		List<FieldError> errors = RegisterFromProvider.nameErrors(givenName, familyName);
		if (!errors.isEmpty()) {
			return Mono.just(new Outcome.Refused(errors));
		}
		Account resident = new Account(AccountId.next(), Account.Kind.RESIDENT, email.get(), PersonName.of(givenName),
				PersonName.of(familyName), null, Set.of(), language, false, this.clock.instant());
		return this.transactions.inOne(this.admit.admit(resident, ticket.get().person(), Session.Kind.BROWSER))
			.<Outcome>map(Outcome.Created::new)
			.defaultIfEmpty(new Outcome.AccountExists());
	}

}
