/**
 * A small payment provider of our own for development and tests: hosted page, ledger and
 * signed notifications. It moves no money and refuses to start in production.
 */
@NullMarked
package city.plaza.billing.payment.sandbox;

import org.jspecify.annotations.NullMarked;
