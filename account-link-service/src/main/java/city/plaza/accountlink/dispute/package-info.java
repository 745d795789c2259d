/** The right to dispute another resident's link: who has it, and that it is used once. */
@NullMarked
package city.plaza.accountlink.dispute;

import org.jspecify.annotations.NullMarked;
