package city.plaza.identity.session;

import java.time.Clock;
import java.time.Instant;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.platform.database.Codes;
import city.plaza.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;

/** Opens a session for a person who has just proved who they are. */
@Component
public class OpenSession {

	private final Accounts accounts;

	private final Sessions sessions;

	private final SessionSettings settings;

	private final Audit audit;

	private final Transactions transactions;

	private final Clock clock;

	OpenSession(Accounts accounts, Sessions sessions, SessionSettings settings, Audit audit, Transactions transactions,
			Clock clock) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.settings = settings;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Opens a session.
	 * @param kind app or browser
	 * @return the session with a new secret; nothing where the password has been changed
	 * since the account was read, or where the account has a second factor
	 */
	public Mono<OpenedSession> open(Account account, Session.Kind kind) {
		return open(account, kind, false);
	}

	/**
	 * Opens a session for a person who has proved a second factor too, or has no need to.
	 * @param kind app or browser
	 * @return as above, with a second factor as well
	 */
	public Mono<OpenedSession> openWithSecondFactor(Account account, Session.Kind kind) {
		return open(account, kind, true);
	}

	private Mono<OpenedSession> open(Account account, Session.Kind kind, boolean proved) {
		return Mono.deferContextual((context) -> {
			Instant now = this.clock.instant();
			Device device = ServerWebExchangeContextFilter.getExchange(context)
				.map((exchange) -> Device.of(exchange.getRequest()))
				.orElse(Device.UNKNOWN);
			return this.transactions.inOne(this.accounts.signedIn(account, proved, now)
				.map((previous) -> begin(account, kind, now, previous.orElse(null)))
				.map((session) -> new OpenedSession(session, account, OpaqueTokens.next()))
				.flatMap((opened) -> this.sessions.add(opened.session(), opened.secret(), device)
					.then(note(opened))
					.thenReturn(opened)));
		});
	}

	private Mono<Void> note(OpenedSession opened) {
		return this.audit.record(Audit.by(opened.account(), IdentityAction.SIGNED_IN)
			.with("session", opened.session().id())
			.with("kind", Codes.of(opened.session().kind())));
	}

	private Session begin(Account account, Session.Kind kind, Instant now, @Nullable Instant previous) {
		SessionLimits limits = this.settings.of(kind, account.kind());
		Instant endsAt = limits.endsAt(now);
		return new Session(SessionId.next(), account.id(), kind, now, limits.expiresAt(now, endsAt), endsAt, previous);
	}

}
