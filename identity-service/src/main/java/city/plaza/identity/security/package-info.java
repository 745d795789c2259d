/** Changes that decide who can get into an account; its holder is notified of each. */
@NullMarked
package city.plaza.identity.security;

import org.jspecify.annotations.NullMarked;
