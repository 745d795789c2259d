/** What Plaza asks of any payment provider, in Plaza's terms. Adapters lie beside it. */
@NullMarked
package city.plaza.billing.payment.provider;

import org.jspecify.annotations.NullMarked;
