package city.plaza.accountlink.dispute;

import java.time.Instant;
import java.util.UUID;

import city.plaza.accountlink.customer.CustomerNumber;

/**
 * The right to dispute a link.
 *
 * @param resident whose link it is about
 * @param notified who may dispute it
 * @param expiresAt after which it is of no use
 */
public record Dispute(UUID id, CustomerNumber customerNumber, UUID resident, UUID notified, Instant expiresAt) {
}
