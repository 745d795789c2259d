/** Staff find a resident by what the resident tells them. */
@NullMarked
package city.plaza.identity.lookup;

import org.jspecify.annotations.NullMarked;
