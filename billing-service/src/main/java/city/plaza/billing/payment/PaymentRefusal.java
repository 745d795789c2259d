package city.plaza.billing.payment;

import java.time.Duration;

import city.plaza.billing.money.Money;

/**
 * Why a payment cannot be started as asked. Those that concern one line carry its place
 * in the request, from 0.
 */
sealed interface PaymentRefusal extends ReservePayment.Outcome, StartPayment.Outcome {

	record AmountNotPositive(int line) implements PaymentRefusal {
	}

	record DuplicateBill(int line) implements PaymentRefusal {
	}

	record CurrencyMismatch(int line) implements PaymentRefusal {
	}

	record NoSuchBill() implements PaymentRefusal {
	}

	record BillPending(int line) implements PaymentRefusal {
	}

	record BillPaid(int line) implements PaymentRefusal {
	}

	/** More than is unpaid of the bill. */
	record AmountAboveUnpaid(int line, Money unpaid) implements PaymentRefusal {
	}

	record PartPaymentNotAllowed(int line) implements PaymentRefusal {
	}

	/** Too many were started lately. */
	record TooManyStarts(Duration pause) implements PaymentRefusal {
	}

	/** The payment of this key ended before it could be paid; another key starts anew. */
	record PaymentEnded() implements PaymentRefusal {
	}

	record KeyReused() implements PaymentRefusal {
	}

	record ProviderUnavailable() implements PaymentRefusal {
	}

}
