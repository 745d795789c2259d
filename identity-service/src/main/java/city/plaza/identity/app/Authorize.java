package city.plaza.identity.app;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives an app a code after the resident agreed in the browser. */
@Component
class Authorize {

	/** RFC 6749 asks for ten minutes at most; the app is there at once. */
	static final Duration LIFE = Duration.ofMinutes(1);

	private final AuthorizationCodes codes;

	private final Clock clock;

	private final String issuer;

	Authorize(AuthorizationCodes codes, Clock clock, @Value("${plaza.public-url}") String issuer) {
		this.codes = codes;
		this.clock = clock;
		this.issuer = issuer;
	}

	/**
	 * Gives out a code.
	 * @param session of the resident in the browser
	 * @return where to send the browser
	 */
	Mono<URI> grant(AppRequest request, Session session) {
		return Mono.defer(() -> {
			Secret code = OpaqueTokens.next();
			Instant expiresAt = this.clock.instant().plus(LIFE);
			return this.codes.add(OpaqueTokens.hash(code), request, session, expiresAt)
				.then(Mono.fromSupplier(() -> request.granted(code.reveal(), this.issuer)));
		});
	}

}
