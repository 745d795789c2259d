/** Linking customer accounts, and the linked accounts. */
@NullMarked
package city.plaza.portal.link;

import org.jspecify.annotations.NullMarked;
