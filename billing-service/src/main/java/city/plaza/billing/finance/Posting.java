package city.plaza.billing.finance;

import java.time.LocalDate;

import city.plaza.billing.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment that finance applied to a bill.
 *
 * @param reference finance's own, never used twice
 * @param paymentReference of the web payment it is part of, or null
 * @param postedOn the ledger's date, in the city's time zone
 * @param amount more than nothing
 */
record Posting(String reference, @Nullable String paymentReference, String billNumber, LocalDate postedOn,
		Money amount) {
}
