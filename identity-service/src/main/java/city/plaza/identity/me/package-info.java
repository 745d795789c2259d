/** What a signed-in person is told of the own account. */
@NullMarked
package city.plaza.identity.me;

import org.jspecify.annotations.NullMarked;
