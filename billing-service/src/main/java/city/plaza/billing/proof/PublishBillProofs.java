package city.plaza.billing.proof;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import city.plaza.billing.proof.ChangedBills.PrintedBill;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Publishes what the bills of changed customers are recognised by, after the imports that
 * changed them and not in them.
 */
@Component
class PublishBillProofs {

	static final int AT_ONCE = 200;

	private final ChangedBills changed;

	private final BillDigest digest;

	private final Outbox outbox;

	private final Transactions transactions;

	private final ProofSettings settings;

	private final Clock clock;

	PublishBillProofs(ChangedBills changed, BillDigest digest, Outbox outbox, Transactions transactions,
			ProofSettings settings, Clock clock) {
		this.changed = changed;
		this.digest = digest;
		this.outbox = outbox;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Publishes the proofs of some customers.
	 * @return how many; more may be due where it is {@value #AT_ONCE}
	 */
	Mono<Integer> publish() {
		return this.transactions.inOne(this.changed.take(this.settings.quiet(), AT_ONCE)
			.flatMap((versions) -> versions.isEmpty() ? Mono.just(0) : publish(versions).thenReturn(versions.size())));
	}

	private Mono<Void> publish(Map<String, Long> versions) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return this.changed.latest(List.copyOf(versions.keySet())).flatMap((bills) -> {
			Map<String, List<String>> proofs = bills.stream()
				.collect(Collectors.groupingBy(PrintedBill::customer,
						Collectors.mapping(this::proof, Collectors.toList())));
			return this.outbox.append(versions.entrySet()
				.stream()
				.map((customer) -> event(new BillProofsChanged(customer.getKey(),
						proofs.getOrDefault(customer.getKey(), List.of()), customer.getValue(), now)))
				.toList());
		});
	}

	private String proof(PrintedBill bill) {
		return this.digest.of(bill.customer(), bill.number(), bill.amount());
	}

	/** In bulk: an import changes thousands, and no resident waits. */
	private static NewEvent event(BillProofsChanged changed) {
		return new NewEvent(BillProofsChanged.TOPIC, changed.customerNumber(), BillProofsChanged.TYPE, changed)
			.inBulk();
	}

}
