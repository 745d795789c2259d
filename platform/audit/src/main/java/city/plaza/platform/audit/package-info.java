/** An append-only, hash-chained trail of who did what. */
@NullMarked
package city.plaza.platform.audit;

import org.jspecify.annotations.NullMarked;
