package city.plaza.billing.lookup;

import city.plaza.platform.security.ClientAddress;

/**
 * Who looks for which bill.
 *
 * @param client where the request comes from
 * @param customer the customer number typed
 * @param bill the bill number typed
 */
record LookupRequest(ClientAddress client, NumberTyped customer, NumberTyped bill) {
}
