/**
 * All that a service with an API, a database and events depends on. Each module brings
 * its settings, as defaults below the service's own.
 */
@NullMarked
package city.plaza.platform.starter;

import org.jspecify.annotations.NullMarked;
