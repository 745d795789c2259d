/** What the portal does before it joins the others. */
@NullMarked
package city.plaza.portal.start;

import org.jspecify.annotations.NullMarked;
