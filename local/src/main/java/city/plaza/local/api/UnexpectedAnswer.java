package city.plaza.local.api;

/** Plaza answered otherwise than it should have. */
public final class UnexpectedAnswer extends RuntimeException {

	private static final int ENOUGH = 400;

	public UnexpectedAnswer(Answer answer, String expected) {
		super(answer.request() + " was answered with " + answer.status() + " instead of " + expected + ": "
				+ ((answer.body().length() > ENOUGH) ? answer.body().substring(0, ENOUGH) + " ..." : answer.body()));
	}

	public UnexpectedAnswer(String message) {
		super(message);
	}

}
