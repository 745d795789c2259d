/** Another password, for who forgot theirs and for who wants to change it. */
@NullMarked
package city.plaza.portal.password;

import org.jspecify.annotations.NullMarked;
