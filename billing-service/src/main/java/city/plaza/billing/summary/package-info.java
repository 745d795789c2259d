/** What a resident owes over all linked customers, at one look. */
@NullMarked
package city.plaza.billing.summary;

import org.jspecify.annotations.NullMarked;
