/**
 * Web payments: a resident pays bills on a provider's page; what became of the money is
 * asked from the provider, never believed.
 */
@NullMarked
package city.plaza.billing.payment;

import org.jspecify.annotations.NullMarked;
