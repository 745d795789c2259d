/** Pages of administrators: who works for the city, and who did what. */
@NullMarked
package city.plaza.portal.staff;

import org.jspecify.annotations.NullMarked;
