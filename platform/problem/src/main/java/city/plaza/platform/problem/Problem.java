package city.plaza.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A request that cannot be done, described by RFC 9457 problem details.
 *
 * @param status the HTTP status of the answer
 * @param code stable, kebab-case, for programs: what is released stays
 * @param detail one plain sentence for people that says what to do next; never holds a
 * secret or what another person owns
 * @param field the request's field at fault, as the client named it, if it is one
 * @param errors every field at fault, where there are several
 * @param retryAfter when to try again, sent as {@code Retry-After} in whole seconds
 * @param values what the sentence quotes, such as a line or a limit, for texts in other
 * languages
 */
public record Problem(HttpStatus status, String code, String detail, @Nullable String field, List<FieldError> errors,
		@Nullable Duration retryAfter, List<String> values) {

	/**
	 * One field at fault.
	 *
	 * @param field as the client named it
	 * @param code stable, kebab-case
	 * @param message one plain sentence
	 */
	public record FieldError(String field, String code, String message) {
	}

	public static Problem of(HttpStatus status, String code, String detail) {
		return new Problem(status, code, detail, null, List.of(), null, List.of());
	}

	/** The one answer for what is absent and for what belongs to somebody else. */
	public static Problem notFound() {
		return of(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address for you.");
	}

	/** The answer while a part of Plaza cannot be reached. */
	public static Problem unavailable() {
		return of(HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable",
				"This part of the service is not available just now. Please try again in a few seconds.")
			.retryAfter(Duration.ofSeconds(5));
	}

	/** The response to a request that cannot be read. */
	public static Problem malformed() {
		return of(HttpStatus.BAD_REQUEST, "malformed-request",
				"The request could not be read. Check its form against the API description.");
	}

	/** The response to a body that is larger than allowed. */
	public static Problem tooLarge() {
		return of(HttpStatus.CONTENT_TOO_LARGE, "request-too-large", "The request is larger than allowed.");
	}

	/** The gateway's response to a request that takes longer to arrive than allowed. */
	public static Problem tooSlow(Duration deadline) {
		return of(HttpStatus.REQUEST_TIMEOUT, "request-too-slow",
				"The request did not arrive within " + deadline.toSeconds() + " seconds. Please send it again.");
	}

	/** The gateway's response to more requests than one network may send. */
	public static Problem tooManyRequests(Duration wait) {
		return of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests",
				"Too many requests came from your network in a short time. Please wait, then try again.")
			.retryAfter(wait);
	}

	/** The response to fields that can be read but not accepted. */
	public static Problem invalid(List<FieldError> errors) {
		return of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", "Some fields cannot be accepted as they are.")
			.errors(errors);
	}

	/** The response to a request that failed by a fault of Plaza's own. */
	public static Problem internal() {
		return of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error",
				"Something went wrong on our side. Nothing was changed unless you were told so; please try again.");
	}

	/** The response where the framework refuses a request by its status alone. */
	public static Problem ofStatus(HttpStatus status) {
		String code = status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
		return of(status, code, status.getReasonPhrase() + ".");
	}

	public Problem field(String field) {
		return new Problem(this.status, this.code, this.detail, field, this.errors, this.retryAfter, this.values);
	}

	public Problem errors(List<FieldError> errors) {
		String first = (this.field != null || errors.isEmpty()) ? this.field : errors.getFirst().field();
		return new Problem(this.status, this.code, this.detail, first, List.copyOf(errors), this.retryAfter,
				this.values);
	}

	public Problem retryAfter(Duration wait) {
		return new Problem(this.status, this.code, this.detail, this.field, this.errors, wait, this.values);
	}

	/**
	 * Adds what the sentence quotes.
	 * @param values a line, a limit, a name; in the order of the sentence
	 * @return the problem with them
	 */
	public Problem values(Object... values) {
		return new Problem(this.status, this.code, this.detail, this.field, this.errors, this.retryAfter,
				Stream.of(values).map(Object::toString).toList());
	}

	/** To leave a reactive chain with: {@code Mono.error(problem::asException)}. */
	public ProblemException asException() {
		return new ProblemException(this);
	}

}
