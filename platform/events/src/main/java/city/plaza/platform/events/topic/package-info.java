/**
 * The topics that a service keeps: its own streams, and the dead letters of its
 * consumers.
 */
@NullMarked
package city.plaza.platform.events.topic;

import org.jspecify.annotations.NullMarked;
