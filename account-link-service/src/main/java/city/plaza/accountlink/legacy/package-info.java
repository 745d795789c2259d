/** What residents had linked in the portal before: each link comes back once. */
@NullMarked
package city.plaza.accountlink.legacy;

import org.jspecify.annotations.NullMarked;
