package city.plaza.identity.audit;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.audit.AuditTrail;
import city.plaza.platform.audit.NewEntry;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Writes down what happens to accounts, in the transaction in which it happens. The
 * network of the request is added by itself.
 */
@Component
public class Audit {

	private static final String ACCOUNT = "account";

	private final AuditTrail trail;

	Audit(AuditTrail trail) {
		this.trail = trail;
	}

	/**
	 * Writes what an account's holder did with it.
	 * @param action what
	 * @return completes when it is written
	 */
	public Mono<Void> record(Account holder, IdentityAction action) {
		return record(by(holder, action));
	}

	/**
	 * Writes an entry with more to it, such as
	 * {@code Audit.by(account, PASSWORD_CHANGED).with("sessionsEnded", 3)}.
	 * @return completes when it is written
	 */
	public Mono<Void> record(NewEntry entry) {
		return this.trail.record(entry);
	}

	/** What an account's holder did with it. */
	public static NewEntry by(Account holder, IdentityAction action) {
		return NewEntry.of(Actor.of(holder.id().value(), holder.roles()), action, ACCOUNT, holder.id());
	}

	/** What somebody else did with an account: staff, or the service itself. */
	public static NewEntry on(AccountId account, IdentityAction action, Actor actor) {
		return NewEntry.of(actor, action, ACCOUNT, account);
	}

}
