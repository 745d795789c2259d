/**
 * What a stranger may not send inwards: identity and forwarding headers, odd paths.
 */
@NullMarked
package city.plaza.gateway.hygiene;

import org.jspecify.annotations.NullMarked;
