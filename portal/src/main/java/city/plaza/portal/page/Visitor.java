package city.plaza.portal.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who is signed in, as the frame of a page shows it.
 *
 * @param name given and family name
 * @param roles of a member of staff; none of a resident
 * @param sessionExpiresAt when the session ends unless it is used; null where the token
 * does not say
 */
public record Visitor(String name, Set<String> roles, @Nullable Instant sessionExpiresAt) {

	/**
	 * Who visits.
	 * @param exchange the request
	 * @return empty where nobody is signed in
	 */
	public static Optional<Visitor> of(ServerWebExchange exchange) {
		return Optional.ofNullable(exchange.getAttribute(RememberVisitor.ATTRIBUTE));
	}

	/** Whether the finance pages are offered. */
	public boolean finance() {
		return this.roles.contains("finance");
	}

	/** Whether the pages of administrators are offered. */
	public boolean administrator() {
		return this.roles.contains("administrator");
	}

	/** Whether the pages of the help desk are offered. */
	public boolean helpDesk() {
		return this.roles.contains("help-desk") || administrator();
	}

	/** Whether the visitor works for the city and has no account of a resident. */
	public boolean staff() {
		return !this.roles.isEmpty();
	}

	/** The page where a member of staff begins. */
	public String start() {
		return finance() ? "/finance" : "/staff";
	}

	/**
	 * How long the session lasts unless it is used.
	 * @param now on this clock
	 * @return seconds; null where the token does not say
	 */
	public @Nullable Long secondsLeft(Instant now) {
		return (this.sessionExpiresAt != null) ? Math.max(0, Duration.between(now, this.sessionExpiresAt).toSeconds())
				: null;
	}

	static Visitor of(Jwt token) {
		List<String> roles = token.getClaimAsStringList("roles");
		String name = text(token.getClaimAsString("given_name")) + " " + text(token.getClaimAsString("family_name"));
		return new Visitor(name.strip(), (roles != null) ? Set.copyOf(roles) : Set.of(),
				token.getClaimAsInstant("session_expires_at"));
	}

	private static String text(@Nullable String claim) {
		return (claim != null) ? claim : "";
	}

}
