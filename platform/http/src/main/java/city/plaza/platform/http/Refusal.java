package city.plaza.platform.http;

import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;

/** Why a request is refused before it becomes one. */
enum Refusal {

	MALFORMED(HttpStatus.BAD_REQUEST, "malformed-request", "The request is not HTTP/1.1 as RFC 9112 describes it."),
	BAD_ADDRESS(HttpStatus.BAD_REQUEST, "malformed-request",
			"The address cannot be read: look for a % that is followed by no two digits, or a character that must be escaped."),
	BAD_HOST(HttpStatus.BAD_REQUEST, "malformed-request", "Send one header Host with the name that you connect to."),
	BAD_FRAMING(HttpStatus.BAD_REQUEST, "malformed-request",
			"The length of the body is not certain: send either one Content-Length or Transfer-Encoding: chunked."),
	UPGRADE_NOT_SUPPORTED(HttpStatus.BAD_REQUEST, "upgrade-not-supported", "Only HTTP/1.1 is spoken here."),
	ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG, "address-too-long", "The address is longer than allowed."),
	HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers-too-large",
			"The headers are larger than allowed."),
	METHOD_NOT_IMPLEMENTED(HttpStatus.NOT_IMPLEMENTED, "method-not-implemented", "This method is not used here."),
	VERSION_NOT_SUPPORTED(HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "http-version-not-supported",
			"Only HTTP/1.1 and HTTP/1.0 are spoken here.");

	private final HttpStatus status;

	private final String code;

	private final String detail;

	Refusal(HttpStatus status, String code, String detail) {
		this.status = status;
		this.code = code;
		this.detail = detail;
	}

	Problem problem() {
		return Problem.of(this.status, this.code, this.detail);
	}

}
