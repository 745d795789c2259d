package city.plaza.identity.social.provider;

import java.util.List;
import java.util.Objects;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.platform.failure.Causes;
import city.plaza.platform.failure.Outage;
import city.plaza.platform.problem.ProblemException;
import city.plaza.platform.problem.RequestLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.codec.CodecException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Exchanges a code at its provider, and reads from the token whose it was. */
@Component
public class RedeemCode {

	private static final Logger log = LoggerFactory.getLogger(RedeemCode.class);

	/** Metadata, token and keys: each has its own limit, all together this. */
	private static final int CALLS = 2;

	private static final int LONGEST_SUBJECT = 255;

	/** Whether the provider named a person. */
	public sealed interface Outcome {

		/** It did. */
		record Named(ProviderPerson person) implements Outcome {
		}

		/** Code or token are not to be trusted. */
		record Refused() implements Outcome {
		}

		/** The provider cannot be reached or fails. */
		record Unavailable() implements Outcome {
		}

	}

	private final SocialSettings settings;

	RedeemCode(SocialSettings settings) {
		this.settings = settings;
	}

	/**
	 * Whether an error is the provider's outage, or the circuit breaker's before it.
	 * @param error of a call of a provider
	 * @return true where it may go away by itself
	 */
	public static boolean isUnavailable(Throwable error) {
		return error instanceof MetadataException || Causes.any(error, ProblemException.class::isInstance)
				|| Causes.any(error, (cause) -> Outage.of(cause).isPresent());
	}

	Mono<Outcome> redeem(Mono<Metadata> metadata, String id, ProviderSettings provider, ProviderResponse response) {
		return metadata
			.flatMap((read) -> read.mayHaveSent(response) ? redeem(read, id, provider, response)
					: refused(id, "another issuer responded"))
			.timeout(this.settings.timeout().multipliedBy(CALLS))
			.onErrorResume(RedeemCode::isOfProvider,
					(error) -> isUnavailable(error) ? unavailable(id, error) : refused(id, reason(error)));
	}

	private static Mono<Outcome> redeem(Metadata metadata, String id, ProviderSettings provider,
			ProviderResponse response) {
		ClientRegistration ours = metadata.registration();
		OAuth2AuthorizationResponse returned = OAuth2AuthorizationResponse.success(response.code().reveal())
			.redirectUri(Objects.requireNonNull(ours.getRedirectUri()))
			.state(response.state())
			.build();
		return exchange(metadata)
			.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(ours,
					new OAuth2AuthorizationExchange(AuthorizationRequests.of(ours, response), returned)))
			.mapNotNull(Authentication::getPrincipal)
			.cast(OidcUser.class)
			.flatMap((user) -> named(user.getIdToken(), id, provider));
	}

	private static OidcAuthorizationCodeReactiveAuthenticationManager exchange(Metadata metadata) {
		WebClientReactiveAuthorizationCodeTokenResponseClient codes = new WebClientReactiveAuthorizationCodeTokenResponseClient();
		codes.setWebClient(metadata.client());
		OidcAuthorizationCodeReactiveAuthenticationManager exchange = new OidcAuthorizationCodeReactiveAuthenticationManager(
				codes, (request) -> Mono.just(new DefaultOidcUser(List.of(), request.getIdToken())));
		exchange.setJwtDecoderFactory((registration) -> metadata.tokens());
		return exchange;
	}

	private static Mono<Outcome> named(OidcIdToken token, String id, ProviderSettings provider) {
		String subject = token.getSubject();
		if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
			return refused(id, "the subject is none");
		}
		ProviderSubject person = new ProviderSubject(id, String.valueOf(token.getClaims().get("iss")), subject);
		return Mono.just(new Outcome.Named(new ProviderPerson(person, EmailAddress.read(token.getEmail()).orElse(null),
				isTrue(token.getClaims().get(provider.verifiedClaim())), token.getGivenName(), token.getFamilyName())));
	}

	/** Some send the word, some a number. */
	private static boolean isTrue(@Nullable Object claim) {
		return Boolean.TRUE.equals(claim) || "true".equals(claim) || "1".equals(String.valueOf(claim));
	}

	/** A bug of ours is neither. */
	private static boolean isOfProvider(Throwable error) {
		return isUnavailable(error) || error instanceof AuthenticationException || error instanceof JwtException
				|| error instanceof IllegalArgumentException || error instanceof CodecException;
	}

	/** Without what the provider wrote: it may be anything. */
	private static String reason(Throwable error) {
		return (error instanceof OAuth2AuthenticationException refusal) ? refusal.getError().getErrorCode()
				: error.getClass().getSimpleName();
	}

	private static Mono<Outcome> refused(String id, String why) {
		return RequestLog.write(() -> log.warn("A sign-in by {} was refused: {}", id, why))
			.thenReturn(new Outcome.Refused());
	}

	private static Mono<Outcome> unavailable(String id, Throwable error) {
		return RequestLog.write(() -> log.warn("{} cannot be used to sign in just now: {}", id, error.toString()))
			.thenReturn(new Outcome.Unavailable());
	}

}
