package city.plaza.billing.finance;

import city.plaza.billing.finance.AcceptImport.Outcome;

/** Nothing of a file is imported: undoes what of it was stored by then. */
class RefusedFileException extends RuntimeException {

	private final transient Outcome.Refused refusal;

	RefusedFileException(Outcome.Refused refusal) {
		super(refusal.toString(), null, false, false);
		this.refusal = refusal;
	}

	Outcome.Refused refusal() {
		return this.refusal;
	}

}
