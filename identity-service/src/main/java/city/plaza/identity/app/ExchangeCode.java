package city.plaza.identity.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.EndSessions;
import city.plaza.identity.session.FindSession;
import city.plaza.identity.session.OpenSession;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.session.Session;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.problem.RequestLog;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Takes a code and opens a session of the app. A code is good once: where it comes a
 * second time another has it too, and the session ends (RFC 6749, section 4.1.2).
 */
@Component
class ExchangeCode {

	private static final Logger log = LoggerFactory.getLogger(ExchangeCode.class);

	/**
	 * A code that was right.
	 *
	 * @param session just opened
	 * @param given what it was given out with
	 */
	record Exchanged(OpenedSession session, AuthorizationCodes.Given given) {
	}

	private final AuthorizationCodes codes;

	private final Accounts accounts;

	private final OpenSession openSession;

	private final FindSession findSession;

	private final EndSessions endSessions;

	private final Transactions transactions;

	private final Clock clock;

	ExchangeCode(AuthorizationCodes codes, Accounts accounts, OpenSession openSession, FindSession findSession,
			EndSessions endSessions, Transactions transactions, Clock clock) {
		this.codes = codes;
		this.accounts = accounts;
		this.openSession = openSession;
		this.findSession = findSession;
		this.endSessions = endSessions;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Exchanges a code.
	 * @param app that sends it
	 * @return the session; nothing where the code is not accepted, whatever the reason
	 */
	Mono<Exchanged> exchange(String app, AuthorizationCodeGrant grant) {
		Hash code = OpaqueTokens.hash(Secret.of(grant.getAuthorizationCode().getValue()));
		// The end of a session must be committed too: a value leaves the transaction.
		Mono<Optional<Exchanged>> exchanged = this.codes.lock(code)
			.flatMap((given) -> judge(code, given, app, grant, this.clock.instant()))
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty());
		return this.transactions.inOne(exchanged).flatMap(Mono::justOrEmpty);
	}

	private Mono<Exchanged> judge(Hash code, AuthorizationCodes.Given given, String app, AuthorizationCodeGrant grant,
			Instant now) {
		if (given.isUsed()) {
			return RequestLog
				.write(() -> log.warn("An authorization code of the app {} came a second time", given.app()))
				.then((given.session() != null) ? this.endSessions.codeReused(given.session()).then(Mono.empty())
						: Mono.empty());
		}
		if (!given.expiresAt().isAfter(now) || !given.app().equals(app)
				|| !given.redirectUri().equals(String.valueOf(grant.getRedirectionURI()))
				|| !isProved(given.challenge(), grant.getCodeVerifier())) {
			return this.codes.use(code, now, null).then(Mono.empty());
		}
		// Whoever signed out everywhere meant this, too.
		return this.findSession.alive(given.grantedIn())
			.flatMap((alive) -> this.accounts.of(given.account()))
			.flatMap((account) -> this.openSession.openWithSecondFactor(account, Session.Kind.MOBILE))
			.flatMap((opened) -> this.codes.use(code, now, opened.session().id())
				.thenReturn(new Exchanged(opened, given)));
	}

	private static boolean isProved(String challenge, @Nullable CodeVerifier verifier) {
		return verifier != null
				&& CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue().equals(challenge);
	}

}
