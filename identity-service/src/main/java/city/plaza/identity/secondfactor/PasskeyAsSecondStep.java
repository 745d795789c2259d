package city.plaza.identity.secondfactor;

import java.time.Clock;

import city.plaza.identity.secondfactor.passkey.PasskeyPurpose;
import city.plaza.identity.secondfactor.passkey.Passkeys;
import city.plaza.identity.secondfactor.passkey.RequestOptions;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Begins a second step that is taken with a passkey. */
@Component
class PasskeyAsSecondStep {

	private final PendingSignIns pending;

	private final Passkeys passkeys;

	private final Clock clock;

	PasskeyAsSecondStep(PendingSignIns pending, Passkeys passkeys, Clock clock) {
		this.pending = pending;
		this.passkeys = passkeys;
		this.clock = clock;
	}

	/**
	 * For the browser or app; empty where the sign-in is over or a factor has to be
	 * added.
	 */
	Mono<RequestOptions> begin(Secret token, Session.Kind kind) {
		return Mono.defer(() -> this.pending.find(token, kind, this.clock.instant()))
			.filter((found) -> !found.adds())
			.flatMap((found) -> this.passkeys.toSign(PasskeyPurpose.SECOND_STEP, found.account(),
					OpaqueTokens.hash(token)));
	}

}
