/** What a resident sees while a part of Plaza is away. */
@NullMarked
package city.plaza.gateway.outage;

import org.jspecify.annotations.NullMarked;
