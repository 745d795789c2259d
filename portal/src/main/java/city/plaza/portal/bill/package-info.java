/** A customer's information, their bills, and one bill. */
@NullMarked
package city.plaza.portal.bill;

import org.jspecify.annotations.NullMarked;
