/** Residents, of whom nothing but the id is known here. */
@NullMarked
package city.plaza.accountlink.resident;

import org.jspecify.annotations.NullMarked;
