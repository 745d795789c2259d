package city.plaza.billing.payment;

import java.util.Collection;
import java.util.Set;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Reservations;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Bills with a pending payment: the ledger does not change them meanwhile. */
@Component
class PaymentReservations implements Reservations {

	private final Payments payments;

	PaymentReservations(Payments payments) {
		this.payments = payments;
	}

	@Override
	public Mono<Set<BillNumber>> among(Collection<BillNumber> bills) {
		return this.payments.pendingAmong(bills);
	}

}
