package city.plaza.identity.session;

import city.plaza.identity.account.Account;
import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Goes on after the first step of a sign-in, whatever it was: a session opens, or the
 * second step begins.
 */
@Component
public class ContinueSignIn {

	/** What the first step leads to. */
	public sealed interface Outcome {

		/**
		 * The person is signed in.
		 *
		 * @param session just opened
		 */
		record Opened(OpenedSession session) implements Outcome {
		}

		/**
		 * The second step is to come.
		 *
		 * @param pending what it takes
		 */
		record Pending(PendingSignIn pending) implements Outcome {
		}

	}

	private final SecondStep secondStep;

	private final OpenSession openSession;

	private final RememberedDevices remembered;

	ContinueSignIn(SecondStep secondStep, OpenSession openSession, RememberedDevices remembered) {
		this.secondStep = secondStep;
		this.openSession = openSession;
		this.remembered = remembered;
	}

	/**
	 * Goes on.
	 * @param account whose password was right, or whose provider vouches for the person
	 * @param kind of the session
	 * @param deviceToken what the device sent, if anything
	 * @return nothing where the password has been changed since the account was read
	 */
	public Mono<Outcome> after(Account account, Session.Kind kind, @Nullable Secret deviceToken) {
		return isRemembered(account, deviceToken).flatMap((known) -> this.secondStep.begin(account, kind, known)
			.<Outcome>map(Outcome.Pending::new)
			.switchIfEmpty(Mono.defer(() -> open(account, kind, known))));
	}

	/** Of most accounts there is nothing to be asked for, and nothing to look up. */
	private Mono<Boolean> isRemembered(Account account, @Nullable Secret deviceToken) {
		return account.hasSecondFactor() ? this.remembered.knows(account.id(), deviceToken) : Mono.just(false);
	}

	private Mono<Outcome> open(Account account, Session.Kind kind, boolean remembered) {
		Mono<OpenedSession> opened = remembered ? this.openSession.openWithSecondFactor(account, kind)
				: this.openSession.open(account, kind);
		return opened.map(Outcome.Opened::new);
	}

}
