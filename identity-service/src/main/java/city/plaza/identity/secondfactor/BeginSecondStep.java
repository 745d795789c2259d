package city.plaza.identity.secondfactor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import city.plaza.identity.account.Account;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.PendingSignIn;
import city.plaza.identity.session.SecondStep;
import city.plaza.identity.session.Session;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Asks for a second factor where the account has one, and has one added where it must.
 */
@Component
class BeginSecondStep implements SecondStep {

	private final Factors factors;

	private final PendingSignIns pending;

	private final SecondFactorSettings settings;

	private final Clock clock;

	BeginSecondStep(Factors factors, PendingSignIns pending, SecondFactorSettings settings, Clock clock) {
		this.factors = factors;
		this.pending = pending;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Mono<PendingSignIn> begin(Account account, Session.Kind kind, boolean remembered) {
		if (!account.hasSecondFactor()) {
			// One that gets its first factor just now does not open its session: noting a
			// sign-in looks at it again.
			return withoutFactor(account, kind);
		}
		return this.factors.of(account.id()).flatMap((held) -> {
			if (!held.any()) {
				return withoutFactor(account, kind);
			}
			return remembered ? Mono.empty() : begin(account, kind, held.methods(), false);
		});
	}

	private Mono<PendingSignIn> withoutFactor(Account account, Session.Kind kind) {
		return this.settings.isRequiredOf(account)
				? begin(account, kind, List.of(Method.ADD_TOTP, Method.ADD_PASSKEY), true) : Mono.empty();
	}

	private Mono<PendingSignIn> begin(Account account, Session.Kind kind, List<Method> methods, boolean adds) {
		Secret token = OpaqueTokens.next();
		Instant expiresAt = this.clock.instant().plus(this.settings.pendingLife());
		return this.pending.add(token, account, kind, adds, expiresAt)
			.thenReturn(new PendingSignIn(token, methods, expiresAt));
	}

}
