/** What a resident sees while a part of Plaza is down. */
@NullMarked
package city.plaza.gateway.outage;

import org.jspecify.annotations.NullMarked;
