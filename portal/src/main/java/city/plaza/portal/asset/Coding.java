package city.plaza.portal.asset;

/**
 * The codings of a file's content (RFC 9110, section 8.4.1), from the smallest result to
 * the largest.
 */
enum Coding {

	BROTLI("br"), GZIP("gzip"), IDENTITY("identity");

	private final String token;

	Coding(String token) {
		this.token = token;
	}

	/** Its name in {@code Accept-Encoding} and {@code Content-Encoding}. */
	String token() {
		return this.token;
	}

}
