package city.plaza.accountlink.link;

import java.util.Optional;

import city.plaza.accountlink.customer.NameOnFile;
import city.plaza.accountlink.customer.NumberTyped;
import city.plaza.accountlink.proof.BillTyped;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.security.ClientAddress;

/**
 * A resident's request to link an account.
 *
 * @param number a customer number or an account number
 * @param name of the customer
 * @param bill the second proof, looked at only where it is needed
 */
record LinkRequest(ResidentId resident, ClientAddress client, NumberTyped number, NameOnFile name,
		Optional<BillTyped> bill) {
}
