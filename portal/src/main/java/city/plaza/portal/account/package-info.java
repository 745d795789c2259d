/** My account. */
@NullMarked
package city.plaza.portal.account;

import org.jspecify.annotations.NullMarked;
