package city.plaza.accountlink.link;

import java.time.Instant;
import java.util.UUID;

import city.plaza.accountlink.customer.Customer;

/**
 * A resident's standing access to a customer account.
 *
 * @param residentId who has it
 * @param customer as it is now
 */
record CustomerLink(LinkId id, UUID residentId, Customer customer, Instant linkedAt) {
}
