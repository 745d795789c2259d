package city.plaza.platform.security;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Computes a token's signature once a minute and not at each request, where it was a good
 * part of a small request's work. All else is checked each time: a token that expired or
 * whose session ended is refused at once.
 */
public final class CheckedTokens implements ReactiveJwtDecoder {

	/** So long a token of a key that was withdrawn meanwhile is still taken. */
	private static final Duration LONGEST = Duration.ofMinutes(1);

	/** About 2 KB each. */
	private static final long MOST = 10_000;

	private final ReactiveJwtDecoder decoder;

	private final OAuth2TokenValidator<Jwt> rules;

	private final Cache<String, Jwt> signed = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

	/**
	 * Checks tokens.
	 * @param decoder of those not seen yet; checks signature and rules
	 * @param rules those that a token may come to break
	 */
	public CheckedTokens(ReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> rules) {
		this.decoder = decoder;
		this.rules = rules;
	}

	@Override
	public Mono<Jwt> decode(String token) {
		return Mono.defer(() -> {
			Jwt known = this.signed.getIfPresent(token);
			return (known != null) ? again(known)
					: this.decoder.decode(token).doOnNext((checked) -> this.signed.put(token, checked));
		});
	}

	private Mono<Jwt> again(Jwt known) {
		OAuth2TokenValidatorResult result = this.rules.validate(known);
		return result.hasErrors()
				? Mono.error(new JwtValidationException("The token is no longer valid", result.getErrors()))
				: Mono.just(known);
	}

}
