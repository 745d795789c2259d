package city.plaza.portal.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.portal.bill.Bills;
import city.plaza.portal.client.ApiProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Looks the bills up that a resident wants to pay. */
@Component
class SelectedBills {

	/** One page takes no more of billing's places than this. */
	private static final int AT_ONCE = 5;

	private static final int LONGEST_NUMBER = 40;

	private final Bills bills;

	SelectedBills(Bills bills) {
		this.bills = bills;
	}

	/**
	 * Reads the bills as they are today.
	 * @return all of the choice, those too that the resident does not have
	 */
	Mono<Selection> read(PaymentChoice choice) {
		List<String> numbers = choice.lines()
			.stream()
			.map(PaymentChoice.Line::billNumber)
			.filter(SelectedBills::isNumber)
			.toList();
		return found(numbers).collectMap(Bills.Bill::billNumber).flatMap((found) -> selection(choice, found));
	}

	/** All in one call, however many they are. */
	private Flux<Bills.Bill> found(List<String> numbers) {
		return (numbers.size() > 1) ? this.bills.bills(numbers).flatMapIterable(Bills.BillsByNumber::items)
				: Flux.fromIterable(numbers)
					.concatMap((number) -> this.bills.bill(number, null)
						.onErrorResume(SelectedBills::isUnknown, (unknown) -> Mono.empty()));
	}

	private Mono<Selection> selection(PaymentChoice choice, Map<String, Bills.Bill> found) {
		return payments(found).map((payments) -> new Selection(choice,
				IntStream.range(0, choice.lines().size())
					.mapToObj((index) -> bill(index, choice.lines().get(index), found, payments))
					.toList()));
	}

	private static SelectedBill bill(int index, PaymentChoice.Line line, Map<String, Bills.Bill> found,
			Map<String, Bills.PendingPayment> payments) {
		Bills.@Nullable Bill bill = found.get(line.billNumber());
		return new SelectedBill(index, line, bill,
				Optional.ofNullable(bill).map(Bills.Bill::pendingPaymentId).map(payments::get).orElse(null));
	}

	/** The visitor's own payments of the bills: one may cover several. */
	private Mono<Map<String, Bills.PendingPayment>> payments(Map<String, Bills.Bill> found) {
		Map<String, Bills.Bill> pending = found.values()
			.stream()
			.filter((bill) -> bill.pendingPaymentId() != null)
			.collect(Collectors.toMap((bill) -> String.valueOf(bill.pendingPaymentId()), Function.identity(),
					(one, other) -> one));
		return Flux.fromIterable(pending.values())
			.flatMap((bill) -> this.bills.pendingPayment(bill), AT_ONCE)
			.collectMap(Bills.PendingPayment::id);
	}

	/**
	 * What is the number of no bill is not asked for: billing would refuse all of them.
	 */
	private static boolean isNumber(String text) {
		return text.length() <= LONGEST_NUMBER && text.chars().noneMatch(Character::isISOControl);
	}

	/** Another's bill, or what is the number of none. */
	private static boolean isUnknown(Throwable error) {
		return error instanceof ApiProblem problem && (problem.status().isSameCodeAs(HttpStatus.NOT_FOUND)
				|| problem.status().isSameCodeAs(HttpStatus.BAD_REQUEST));
	}

}
