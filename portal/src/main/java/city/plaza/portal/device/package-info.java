/** Where the visitor is signed in, and signing out there. */
@NullMarked
package city.plaza.portal.device;

import org.jspecify.annotations.NullMarked;
