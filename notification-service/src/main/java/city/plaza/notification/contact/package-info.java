/** Where residents are reached: this service's own copy, fed by events. */
@NullMarked
package city.plaza.notification.contact;

import org.jspecify.annotations.NullMarked;
