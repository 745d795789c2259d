/** Accounts of an earlier portal: from when residents have to register anew, and how. */
@NullMarked
package city.plaza.portal.cutover;

import org.jspecify.annotations.NullMarked;
