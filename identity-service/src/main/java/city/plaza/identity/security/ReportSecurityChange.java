package city.plaza.identity.security;

import java.time.Clock;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Has the holder of an account notified of a change, so that one they did not make does
 * not stay unseen, and notes it in the audit trail.
 */
@Component
public class ReportSecurityChange {

	private final Outbox outbox;

	private final Audit audit;

	private final Clock clock;

	ReportSecurityChange(Outbox outbox, Audit audit, Clock clock) {
		this.outbox = outbox;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Reports a change to the account's own address, in the transaction that makes it.
	 * @param detail what it is about, such as a provider's name; at most 200 characters
	 * @return completes when the event is written
	 */
	public Mono<Void> report(Account account, SecurityChange change, @Nullable String detail) {
		return report(account, change, detail, account.email());
	}

	/**
	 * Reports a change to an address that need not be the account's any more, in the
	 * transaction that makes it.
	 * @param detail what it is about; at most 200 characters
	 * @return completes when the event is written
	 */
	public Mono<Void> report(Account account, SecurityChange change, @Nullable String detail, EmailAddress email) {
		return Mono.defer(
				() -> this.outbox
					.append(new NewEvent(SecurityChanged.TOPIC, account.id().toString(), SecurityChanged.TYPE,
							new SecurityChanged(account.id(), change.code(), detail, email.value(),
									account.language().tag(), this.clock.instant())))
					.then(note(account, change)));
	}

	private Mono<Void> note(Account account, SecurityChange change) {
		IdentityAction action = change.action();
		return (action != null) ? this.audit.record(account, action) : Mono.empty();
	}

}
