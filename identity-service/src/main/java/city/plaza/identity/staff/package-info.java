/** Staff accounts, as the settings name them. */
@NullMarked
package city.plaza.identity.staff;

import org.jspecify.annotations.NullMarked;
