package city.plaza.portal.page;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who is signed in, as the frame of a page shows it.
 *
 * @param name given and family name
 * @param finance whether the finance pages are offered
 */
public record Visitor(String name, boolean finance) {

	/**
	 * Who visits.
	 * @param exchange the request
	 * @return empty where nobody is signed in
	 */
	public static Optional<Visitor> of(ServerWebExchange exchange) {
		return Optional.ofNullable(exchange.getAttribute(RememberVisitor.ATTRIBUTE));
	}

	static Visitor of(Jwt token) {
		List<String> roles = token.getClaimAsStringList("roles");
		String name = text(token.getClaimAsString("given_name")) + " " + text(token.getClaimAsString("family_name"));
		return new Visitor(name.strip(), roles != null && roles.contains("finance"));
	}

	private static String text(@Nullable String claim) {
		return (claim != null) ? claim : "";
	}

}
