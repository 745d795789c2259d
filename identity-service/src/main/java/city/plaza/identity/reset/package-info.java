/** Another password for whoever can read the account's mail. */
@NullMarked
package city.plaza.identity.reset;

import org.jspecify.annotations.NullMarked;
