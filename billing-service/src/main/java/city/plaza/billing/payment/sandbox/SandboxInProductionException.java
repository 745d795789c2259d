package city.plaza.billing.payment.sandbox;

/** Production was started with a provider that moves no money. */
class SandboxInProductionException extends RuntimeException {

	SandboxInProductionException() {
		super("Production refuses the sandbox payment provider, which moves no money: "
				+ "set plaza.billing.payment.provider (PLAZA_PAYMENT_PROVIDER) to a real one.");
	}

}
