package city.plaza.billing.finance;

/** Another import took the turn: this one stood still for too long. */
final class TurnLostException extends RuntimeException {

	TurnLostException() {
		super("Another import has the turn", null, false, false);
	}

}
