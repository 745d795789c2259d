package city.plaza.identity.social;

import java.util.Optional;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.ContinueSignIn;
import city.plaza.identity.session.EndSessions;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.session.PendingSignIn;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.SignIn;
import city.plaza.identity.session.SignInRequest;
import city.plaza.platform.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Joins a provider to the account of the address that it vouches for, once the person has
 * proved to be the account's holder, too: an address may have a new owner, and an account
 * an older one. The proof is a sign-in with all that it asks for and counts.
 */
@Component
class JoinAccount {

	/** Whether they are joined. */
	sealed interface Outcome {

		/** They are, and the holder is signed in. */
		record Joined(OpenedSession session) implements Outcome {
		}

		/**
		 * The password is right, and a second factor is asked for. They are not joined:
		 * the holder connects the provider once signed in.
		 */
		record SecondStep(PendingSignIn pending) implements Outcome {
		}

		/** The account is not proved. */
		record NotProved(SignIn.Outcome reason) implements Outcome {
		}

		/** The person at the provider has another account by now. */
		record Taken() implements Outcome {
		}

		/** The ticket is too old, or vouches for no address. */
		record Expired() implements Outcome {
		}

	}

	private final Carried carried;

	private final SignIn signIn;

	private final ConnectMethod connect;

	private final EndSessions endSessions;

	JoinAccount(Carried carried, SignIn signIn, ConnectMethod connect, EndSessions endSessions) {
		this.carried = carried;
		this.signIn = signIn;
		this.connect = connect;
		this.endSessions = endSessions;
	}

	Mono<Outcome> join(@Nullable Secret sealed, Secret password, @Nullable Secret device, ClientAddress client) {
		Optional<Ticket> ticket = this.carried.ticket(sealed);
		Optional<EmailAddress> email = ticket.flatMap(Ticket::provedEmail);
		if (ticket.isEmpty() || email.isEmpty()) {
			return Mono.just(new Outcome.Expired());
		}
		return this.signIn
			.signIn(new SignInRequest(email.get().value(), password, device), client, Session.Kind.BROWSER)
			.flatMap((outcome) -> switch (outcome) {
				case SignIn.Outcome.RightPassword(ContinueSignIn.Outcome.Opened(var session)) ->
					connect(session, ticket.get());
				case SignIn.Outcome.RightPassword(ContinueSignIn.Outcome.Pending(var pending)) ->
					Mono.just(new Outcome.SecondStep(pending));
				case SignIn.Outcome refused -> Mono.just(new Outcome.NotProved(refused));
			});
	}

	/** For whoever was just signed in by a proof of the account. */
	Mono<Outcome> connect(OpenedSession session, Ticket ticket) {
		return this.connect.to(session.account(), ticket.person(), ticket.email())
			.flatMap((outcome) -> switch (outcome) {
				case CONNECTED -> Mono.just(new Outcome.Joined(session));
				case TAKEN, SIGNED_OUT ->
					this.endSessions.unused(session.session().id()).thenReturn(new Outcome.Taken());
			});
	}

}
