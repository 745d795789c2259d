/** Staff's pages of the accounts of an earlier portal: importing and finding them. */
@NullMarked
package city.plaza.portal.legacy;

import org.jspecify.annotations.NullMarked;
