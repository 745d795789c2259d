package city.plaza.portal.link;

import org.jspecify.annotations.Nullable;

/**
 * A resident's standing access to a customer account.
 *
 * @param id of the link
 * @param customerNumber the Customer ID
 * @param name the customer's
 * @param location distinguishes accounts of one name
 */
public record CustomerLink(String id, String customerNumber, String name, @Nullable String location) {
}
