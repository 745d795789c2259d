/** Which resident may see which customer's account. */
@NullMarked
package city.plaza.accountlink;

import org.jspecify.annotations.NullMarked;
