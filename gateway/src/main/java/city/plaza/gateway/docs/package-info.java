/**
 * Pages for developers: the descriptions of the services' APIs, where they are switched
 * on.
 */
@NullMarked
package city.plaza.gateway.docs;

import org.jspecify.annotations.NullMarked;
