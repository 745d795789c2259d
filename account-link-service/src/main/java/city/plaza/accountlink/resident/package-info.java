/** Residents, of whom nothing but the id is known here, and whether they are gone. */
@NullMarked
package city.plaza.accountlink.resident;

import org.jspecify.annotations.NullMarked;
