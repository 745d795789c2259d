package city.plaza.billing.proof;

import java.time.Instant;
import java.util.List;

/**
 * What the latest bills of a customer are recognised by.
 *
 * @param customerNumber the event's key
 * @param proofs keyed digests, the latest bill's first
 * @param version rises with every change
 * @param changedAt when they were made
 */
record BillProofsChanged(String customerNumber, List<String> proofs, long version, Instant changedAt) {

	static final String TYPE = "BillProofsChanged";

	static final String TOPIC = "billing.bill-proofs";

}
