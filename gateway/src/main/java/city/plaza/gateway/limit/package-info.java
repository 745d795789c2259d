/** How much one client may ask for: token buckets in memory, by network. */
@NullMarked
package city.plaza.gateway.limit;

import org.jspecify.annotations.NullMarked;
