package city.plaza.accountlink.dispute;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to dispute a link.
 *
 * @param id its own id
 * @param customerNumber of the account
 * @param resident whose link it is about
 * @param told who may dispute it
 * @param expiresAt after which it is of no use
 */
public record Dispute(UUID id, String customerNumber, UUID resident, UUID told, Instant expiresAt) {
}
