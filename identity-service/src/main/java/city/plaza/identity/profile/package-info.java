/** How a resident is reached: contact, address, and the event that reports a change. */
@NullMarked
package city.plaza.identity.profile;

import org.jspecify.annotations.NullMarked;
