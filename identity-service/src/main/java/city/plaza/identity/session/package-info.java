/** Signing in, staying signed in, signing out. */
@NullMarked
package city.plaza.identity.session;

import org.jspecify.annotations.NullMarked;
