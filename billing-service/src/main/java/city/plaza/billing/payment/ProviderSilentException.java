package city.plaza.billing.payment;

/** The provider did not respond; ask again later. */
final class ProviderSilentException extends RuntimeException {

	ProviderSilentException(Throwable cause) {
		super("The payment provider did not respond: " + cause.getMessage(), cause);
	}

}
