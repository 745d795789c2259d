/**
 * Residents of the portal before: their records are imported, and come back to whoever
 * proves the same email address.
 */
@NullMarked
package city.plaza.identity.legacy;

import org.jspecify.annotations.NullMarked;
