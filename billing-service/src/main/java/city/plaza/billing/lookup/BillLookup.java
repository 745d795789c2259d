package city.plaza.billing.lookup;

import java.time.Instant;

/**
 * A bill that was found.
 *
 * @param id to read it again, for a short time; keep it secret
 * @param expiresAt until when it can be read
 * @param bill as of today
 */
record BillLookup(String id, Instant expiresAt, FoundBill bill) {
}
