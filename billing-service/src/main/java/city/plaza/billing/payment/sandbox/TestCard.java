package city.plaza.billing.payment.sandbox;

import java.util.Arrays;
import java.util.Optional;

import city.plaza.billing.payment.provider.PaymentMethod;

/** The only cards the sandbox knows. */
enum TestCard {

	ACCEPTED("4242424242424242", CheckoutState.PAID),

	DECLINED("4000000000000002", CheckoutState.DECLINED),

	FAILING("4000000000000119", CheckoutState.PROCESSING_ERROR);

	private final String number;

	private final CheckoutState outcome;

	TestCard(String number, CheckoutState outcome) {
		this.number = number;
		this.outcome = outcome;
	}

	static Optional<TestCard> of(String digits) {
		return Arrays.stream(values()).filter((card) -> card.number.equals(digits)).findFirst();
	}

	/** How a checkout ends that is paid with it. */
	CheckoutState outcome() {
		return this.outcome;
	}

	PaymentMethod method() {
		return new PaymentMethod("visa", this.number.substring(12));
	}

	/** In groups of four, for people. */
	String grouped() {
		return this.number.replaceAll("(.{4})(?!$)", "$1 ");
	}

}
