/** Who may see which customer: the links, as account-link-service publishes them. */
@NullMarked
package city.plaza.billing.access;

import org.jspecify.annotations.NullMarked;
