/** The customers a resident may link: this service's own copy, fed by events. */
@NullMarked
package city.plaza.accountlink.customer;

import org.jspecify.annotations.NullMarked;
