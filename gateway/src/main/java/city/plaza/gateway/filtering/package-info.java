/**
 * What a client may not send to the services: identity and forwarding headers, ambiguous
 * paths.
 */
@NullMarked
package city.plaza.gateway.filtering;

import org.jspecify.annotations.NullMarked;
