package city.plaza.portal.payment;

import java.util.Optional;
import java.util.stream.IntStream;

import city.plaza.portal.bill.Bills;
import city.plaza.portal.client.ApiProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Looks the bills up that a resident wants to pay. */
@Component
class SelectedBills {

	/** One page takes no more of billing's places than this. */
	private static final int AT_ONCE = 5;

	private final Bills bills;

	SelectedBills(Bills bills) {
		this.bills = bills;
	}

	/**
	 * Reads the bills as they are today.
	 * @return all of the choice, those too that the resident does not have
	 */
	Mono<Selection> read(PaymentChoice choice) {
		return Flux.fromStream(() -> IntStream.range(0, choice.lines().size()).boxed())
			.flatMapSequential((index) -> read(index, choice.lines().get(index)), AT_ONCE)
			.collectList()
			.map((bills) -> new Selection(choice, bills));
	}

	private Mono<SelectedBill> read(int index, PaymentChoice.Line line) {
		return this.bills.bill(line.billNumber(), null)
			.flatMap((bill) -> this.bills.pendingPayment(bill)
				.map(Optional::of)
				.defaultIfEmpty(Optional.empty())
				.map((pending) -> new SelectedBill(index, line, bill, pending.orElse(null))))
			.onErrorResume(SelectedBills::isUnknown, (unknown) -> Mono.just(new SelectedBill(index, line, null, null)));
	}

	/** Another's bill, or what is the number of none. */
	private static boolean isUnknown(Throwable error) {
		return error instanceof ApiProblem problem && (problem.status().isSameCodeAs(HttpStatus.NOT_FOUND)
				|| problem.status().isSameCodeAs(HttpStatus.BAD_REQUEST));
	}

}
