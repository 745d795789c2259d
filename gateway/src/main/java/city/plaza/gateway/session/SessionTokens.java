package city.plaza.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import city.plaza.gateway.call.LoadBalancing;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Asks identity-service for the token of a session, and remembers the response for about
 * a second, so that a page with its parts costs one question and a sign-out takes effect
 * at once.
 */
@Component
class SessionTokens {

	private static final String PLACES = "identity-service-sessions";

	private final WebClient identity;

	private final Duration timeout;

	private final AsyncCache<String, Optional<String>> recent;

	/** Sessions that were good lately: whoever has one does not guess. */
	private final Cache<String, Boolean> known;

	SessionTokens(SessionSettings settings, LoadBalancing loadBalancing) {
		this.identity = loadBalancing.client(PLACES, settings.timeout()).baseUrl(settings.identityUri()).build();
		this.timeout = settings.timeout();
		this.recent = Caffeine.newBuilder()
			.expireAfterWrite(settings.remembered())
			.maximumSize(settings.rememberedAtMost())
			.buildAsync();
		this.known = Caffeine.newBuilder()
			.expireAfterAccess(settings.known())
			.maximumSize(settings.rememberedAtMost())
			.build();
	}

	/** Whether this session was good lately; does not mean that it still is. */
	boolean knows(String sessionToken) {
		return this.known.getIfPresent(hash(sessionToken)) != null;
	}

	/** A session that has just begun. */
	void learn(String sessionToken) {
		this.known.put(hash(sessionToken), Boolean.TRUE);
	}

	/**
	 * The token to send inwards.
	 * @param sessionToken from the cookie
	 * @return the access token, or an empty value where the session has ended; an error
	 * while identity-service is down
	 */
	Mono<Optional<String>> of(String sessionToken) {
		String key = hash(sessionToken);
		return Mono.fromFuture(() -> this.recent.get(key, (missing, executor) -> ask(sessionToken).toFuture()), true)
			.doOnNext((token) -> remember(key, token.isPresent()));
	}

	/** After a page has changed the cookie the old response is no longer valid. */
	void forget(String sessionToken) {
		String key = hash(sessionToken);
		this.recent.synchronous().invalidate(key);
		this.known.invalidate(key);
	}

	private void remember(String key, boolean isGood) {
		if (isGood) {
			this.known.put(key, Boolean.TRUE);
		}
		else {
			this.known.invalidate(key);
		}
	}

	private Mono<Optional<String>> ask(String sessionToken) {
		return this.identity.post()
			.uri("/internal/v1/browser-sessions/token")
			.bodyValue(new SessionToken(sessionToken))
			.retrieve()
			.bodyToMono(AccessToken.class)
			.timeout(this.timeout)
			.map((token) -> Optional.of(token.accessToken()))
			.onErrorResume(SessionTokens::hasEnded, (ended) -> Mono.just(Optional.empty()));
	}

	private static boolean hasEnded(Throwable error) {
		return error instanceof WebClientResponseException response
				&& response.getStatusCode() == HttpStatus.UNAUTHORIZED;
	}

	/** The cache holds no secret by which a session could be taken over. */
	private static String hash(String sessionToken) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(sessionToken.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	record SessionToken(String sessionToken) {

		@Override
		public String toString() {
			return "SessionToken[hidden]";
		}

	}

	record AccessToken(String accessToken) {

		@Override
		public String toString() {
			return "AccessToken[hidden]";
		}

	}

}
