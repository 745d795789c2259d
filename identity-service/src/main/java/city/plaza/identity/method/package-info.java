/** The accounts at providers (OpenID Connect) by which an account here signs in. */
@NullMarked
package city.plaza.identity.method;

import org.jspecify.annotations.NullMarked;
