/**
 * Writing: an event commits with the change it describes, and a relay sends it to Kafka.
 */
@NullMarked
package city.plaza.platform.events.outbox;

import org.jspecify.annotations.NullMarked;
