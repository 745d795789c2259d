/** From a confirmed email to a complete registration: the steps, and changes later on. */
@NullMarked
package city.plaza.portal.completion;

import org.jspecify.annotations.NullMarked;
