package city.plaza.platform.http;

import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;

/** The problems of requests that cannot be read. */
final class Unreadable {

	static final Problem ADDRESS = Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
			"The address cannot be read: it holds an escape that is incomplete, not UTF-8, or U+0000.");

	static final Problem FORM = Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
			"The form cannot be read: it holds an escape that is incomplete.");

	private static final Problem TEXT = Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
			"A text of the request cannot be read: it holds an escape that is incomplete or not UTF-8, or U+0000.");

	private Unreadable() {
	}

	/**
	 * A text that cannot be read.
	 * @param field as the client named it
	 */
	static Problem text(String field) {
		return TEXT.field(field.replace('\0', '?'));
	}

}
