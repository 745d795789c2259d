/**
 * What is owed: bills, their charges, and the dated entries that change them. Entries are
 * only ever added, so that every figure of every date follows from them.
 */
@NullMarked
package city.plaza.billing.ledger;

import org.jspecify.annotations.NullMarked;
