/** Reading: each event is applied once, in the transaction that remembers it. */
@NullMarked
package city.plaza.platform.events.inbox;

import org.jspecify.annotations.NullMarked;
