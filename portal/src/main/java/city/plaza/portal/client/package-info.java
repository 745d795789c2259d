/** How the portal calls the services: typed, as the visitor, with bounded waits. */
@NullMarked
package city.plaza.portal.client;

import org.jspecify.annotations.NullMarked;
