/**
 * The browser's cookie becomes a short-lived token; the token never reaches the browser.
 */
@NullMarked
package city.plaza.gateway.session;

import org.jspecify.annotations.NullMarked;
