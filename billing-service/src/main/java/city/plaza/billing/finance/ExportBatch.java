package city.plaza.billing.finance;

import java.time.Instant;

import city.plaza.billing.money.Money;

/**
 * Web payments that finance fetched together.
 *
 * @param id random
 * @param createdAt when they were fetched
 * @param lines how many parts of payments
 * @param total of all lines
 */
record ExportBatch(ExportId id, Instant createdAt, long lines, Money total) {
}
