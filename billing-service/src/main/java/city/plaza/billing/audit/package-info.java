/** What is kept of what staff did with files and payments. */
@NullMarked
package city.plaza.billing.audit;

import org.jspecify.annotations.NullMarked;
