/** Events that are never lost: written through an outbox, read once through an inbox. */
@NullMarked
package city.plaza.platform.events;

import org.jspecify.annotations.NullMarked;
