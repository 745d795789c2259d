package city.plaza.billing.finance;

/** The file stops being CSV at a line; nothing of it is taken. */
class MalformedFileException extends RuntimeException {

	private final long line;

	MalformedFileException(long line, Throwable cause) {
		super("No CSV from line " + line + " on", cause);
		this.line = line;
	}

	long line() {
		return this.line;
	}

}
