package city.plaza.platform.security;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The caller, as named by the token. A controller takes it as an argument.
 *
 * @param id the account: a resident's id, or a staff member's
 * @param session the session the token was issued for
 * @param givenName for greetings
 * @param familyName for greetings
 * @param roles such as {@code finance}; empty for a resident
 */
public record Caller(UUID id, @Nullable UUID session, String givenName, String familyName, Set<String> roles) {

	public boolean is(String role) {
		return this.roles.contains(role);
	}

}
