/** Sign-in by a provider (OpenID Connect): new accounts, known ones, and joining both. */
@NullMarked
package city.plaza.identity.social;

import org.jspecify.annotations.NullMarked;
