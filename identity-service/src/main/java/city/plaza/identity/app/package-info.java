/**
 * Apps sign in by the system browser: OAuth 2 authorization code with PKCE (RFC 8252, RFC
 * 7636), and what OpenID Connect needs around it.
 */
@NullMarked
package city.plaza.identity.app;

import org.jspecify.annotations.NullMarked;
