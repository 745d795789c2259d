package city.plaza.accountlink.link;

import java.time.Instant;

import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.resident.ResidentId;

/**
 * A resident's standing access to a customer account.
 *
 * @param residentId who has it
 * @param customer as it is now
 */
record CustomerLink(LinkId id, ResidentId residentId, Customer customer, Instant linkedAt) {
}
