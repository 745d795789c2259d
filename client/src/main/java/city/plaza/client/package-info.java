/**
 * A typed client of Plaza's public API, as a mobile app would use it. Start with
 * {@link city.plaza.client.PlazaClient}.
 */
@NullMarked
package city.plaza.client;

import org.jspecify.annotations.NullMarked;
