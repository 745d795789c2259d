/** Two-step verification: what an account signs in with besides its password. */
@NullMarked
package city.plaza.portal.twostep;

import org.jspecify.annotations.NullMarked;
