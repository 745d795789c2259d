/** From the request for an account to a resident. */
@NullMarked
package city.plaza.identity.registration;

import org.jspecify.annotations.NullMarked;
