package city.plaza.client;

/**
 * A request did not succeed: Plaza refused it, responded otherwise than the API
 * describes, or did not respond at all.
 */
public final class UnexpectedResponse extends RuntimeException {

	private static final int LONGEST_BODY_SHOWN = 400;

	/** The status where there was no response. */
	private static final int NONE = 0;

	private final int status;

	private final String code;

	private final transient String body;

	UnexpectedResponse(String request, int status, String code, String body) {
		super(request + ": " + ((status == NONE) ? "no response" : Integer.toString(status)) + " " + shortened(body));
		this.status = status;
		this.code = code;
		this.body = body;
	}

	static UnexpectedResponse none(String request, Exception cause) {
		UnexpectedResponse none = new UnexpectedResponse(request, NONE, "", cause.toString());
		none.initCause(cause);
		return none;
	}

	/** The HTTP status; 0 where there was no response. */
	public int status() {
		return this.status;
	}

	/** The code of the problem; empty where the body is none. */
	public String code() {
		return this.code;
	}

	/** The body as text. */
	public String body() {
		return this.body;
	}

	private static String shortened(String body) {
		return (body.length() > LONGEST_BODY_SHOWN) ? body.substring(0, LONGEST_BODY_SHOWN) + " ..." : body;
	}

}
