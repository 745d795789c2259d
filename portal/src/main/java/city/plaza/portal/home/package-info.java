/** The home page: what the portal is for, and for a resident what is to do. */
@NullMarked
package city.plaza.portal.home;

import org.jspecify.annotations.NullMarked;
