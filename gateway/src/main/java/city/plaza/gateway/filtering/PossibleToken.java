package city.plaza.gateway.filtering;

/**
 * The form of a bearer token (RFC 6750 and RFC 7519): three parts in URL-safe Base64.
 * Anything else is no token, and the caller is anonymous without a signature being
 * checked. Read in a loop: to match a pattern took a good part of a request's work here.
 */
final class PossibleToken {

	private static final String SCHEME = "Bearer ";

	private static final int[] LONGEST_PARTS = { 1024, 4096, 1024 };

	private PossibleToken() {
	}

	/**
	 * Looks at the form alone.
	 * @param authorization the header's value
	 */
	static boolean isIn(String authorization) {
		if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return false;
		}
		int at = SCHEME.length();
		for (int part = 0; part < LONGEST_PARTS.length; part++) {
			int end = endOfPart(authorization, at);
			if (end == at || end - at > LONGEST_PARTS[part]) {
				return false;
			}
			boolean isLast = part == LONGEST_PARTS.length - 1;
			if (isLast != (end == authorization.length()) || (!isLast && authorization.charAt(end) != '.')) {
				return false;
			}
			at = end + 1;
		}
		return true;
	}

	private static int endOfPart(String text, int begin) {
		int at = begin;
		while (at < text.length() && isBase64Url(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static boolean isBase64Url(char character) {
		return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z')
				|| (character >= '0' && character <= '9') || character == '-' || character == '_';
	}

}
