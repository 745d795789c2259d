/**
 * What is due beside what is unpaid: interest and penalties of bills that are paid late.
 */
@NullMarked
package city.plaza.billing.ledger.accrual;

import org.jspecify.annotations.NullMarked;
