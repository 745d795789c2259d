/** The providers that people can sign in by, as pages name them. */
@NullMarked
package city.plaza.portal.provider;

import org.jspecify.annotations.NullMarked;
