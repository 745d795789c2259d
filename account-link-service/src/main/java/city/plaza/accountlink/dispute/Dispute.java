package city.plaza.accountlink.dispute;

import java.time.Instant;

import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.accountlink.resident.ResidentId;

/**
 * The right to dispute a link.
 *
 * @param resident whose link it is about
 * @param notified who may dispute it
 * @param expiresAt after which it is of no use
 */
public record Dispute(DisputeId id, CustomerNumber customerNumber, ResidentId resident, ResidentId notified,
		Instant expiresAt) {
}
