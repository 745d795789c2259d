package city.plaza.accountlink.proof;

import city.plaza.accountlink.customer.NumberTyped;

/**
 * What the holder of a bill can read from it.
 *
 * @param number the bill's, with or without the spaces and dashes on it
 * @param amount all of its charges, in minor units
 * @param currency ISO 4217
 */
public record BillTyped(NumberTyped number, long amount, String currency) {
}
