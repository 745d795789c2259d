/** What finance staff bring in and take out: imports, postings, exports. */
@NullMarked
package city.plaza.billing.finance;

import org.jspecify.annotations.NullMarked;
