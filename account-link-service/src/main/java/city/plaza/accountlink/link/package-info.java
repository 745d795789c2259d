/** A resident's standing access to a customer account: made, listed, removed. */
@NullMarked
package city.plaza.accountlink.link;

import org.jspecify.annotations.NullMarked;
