/** How often something may happen: exact counters in the database, for all instances. */
@NullMarked
package city.plaza.identity.limit;

import org.jspecify.annotations.NullMarked;
