package city.plaza.platform.audit;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import city.plaza.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who did it.
 *
 * @param account of the person; null of the service itself and of who is not signed in
 * @param role {@code resident}, {@code system}, {@code anonymous}, or the roles of a
 * member of staff with a comma between them
 */
public record Actor(@Nullable UUID account, String role) {

	private static final String RESIDENT = "resident";

	/** The service by itself: a schedule, a setting, an event. */
	public static Actor system() {
		return new Actor(null, "system");
	}

	/** Somebody who has not signed in. */
	public static Actor anonymous() {
		return new Actor(null, "anonymous");
	}

	/**
	 * A person who is known.
	 * @param account the id
	 * @param roles none of a resident
	 */
	public static Actor of(UUID account, Set<String> roles) {
		return new Actor(account,
				roles.isEmpty() ? RESIDENT : roles.stream().sorted().collect(Collectors.joining(",")));
	}

	/**
	 * Whom the token of the request names that is being handled; the service itself where
	 * there is none.
	 */
	public static Mono<Actor> ofRequest() {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.ofType(JwtAuthenticationToken.class)
			.map((authentication) -> of(authentication.getToken()))
			.defaultIfEmpty(system());
	}

	private static Actor of(Jwt token) {
		List<String> roles = token.getClaimAsStringList("roles");
		return of(UUID.fromString(Objects.requireNonNull(token.getSubject())),
				(roles != null) ? Set.copyOf(roles) : Set.of());
	}

	/** Whom the token of a request names. */
	public static Actor of(Caller caller) {
		return of(caller.id(), caller.roles());
	}

}
