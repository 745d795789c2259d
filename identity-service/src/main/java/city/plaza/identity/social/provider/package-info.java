/** Providers of sign-in: who they are, and what they say of a person. */
@NullMarked
package city.plaza.identity.social.provider;

import org.jspecify.annotations.NullMarked;
