/**
 * Web payments: a resident pays bills on a provider's page; whether the money was taken
 * is asked from the provider, never believed.
 */
@NullMarked
package city.plaza.billing.payment;

import org.jspecify.annotations.NullMarked;
