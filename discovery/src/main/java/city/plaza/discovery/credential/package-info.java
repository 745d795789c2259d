/**
 * Who may register what: a service is registered only by who has that service's
 * credential, so that no request of a resident is led to an impostor.
 */
@NullMarked
package city.plaza.discovery.credential;

import org.jspecify.annotations.NullMarked;
