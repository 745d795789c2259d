package city.plaza.accountlink.proof;

import java.util.List;

/**
 * What this service reads of the proofs of a customer's bills.
 *
 * @param customerNumber the Customer ID
 * @param proofs all of them, not only new ones
 * @param version rises with every change
 */
record BillProofsChanged(String customerNumber, List<String> proofs, long version) {

	static final String TYPE = "BillProofsChanged";

}
