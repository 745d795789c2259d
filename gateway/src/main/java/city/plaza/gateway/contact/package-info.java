/** How those who found a hole reach the people who close it. */
@NullMarked
package city.plaza.gateway.contact;

import org.jspecify.annotations.NullMarked;
