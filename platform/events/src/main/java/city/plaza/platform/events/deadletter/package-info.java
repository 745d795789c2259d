/** Poison: what cannot be applied is parked with its cause, and replayed on request. */
@NullMarked
package city.plaza.platform.events.deadletter;

import org.jspecify.annotations.NullMarked;
