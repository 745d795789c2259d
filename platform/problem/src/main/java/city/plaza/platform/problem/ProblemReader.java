package city.plaza.platform.problem;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/**
 * Reads the problem out of whatever a request ended with; unknown errors stay unknown.
 */
final class ProblemReader {

	private ProblemReader() {
	}

	/**
	 * Reads a known problem.
	 * @param error what ended the request
	 * @return the problem, or null where the error is none of the client's doing
	 */
	static @Nullable Problem read(Throwable error) {
		// What runs deep inside (such as the check of a token) may arrive wrapped.
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProblemException known) {
				return known.problem();
			}
		}
		return switch (error) {
			case WebExchangeBindException invalid -> invalid(invalid);
			case ResponseStatusException tooLarge when causedBy(tooLarge, DataBufferLimitException.class) -> tooLarge();
			case DataBufferLimitException limit -> tooLarge();
			case ServerWebInputException malformed -> malformed(malformed);
			case ResponseStatusException status -> ofStatus(status);
			default -> null;
		};
	}

	private static Problem invalid(WebExchangeBindException invalid) {
		List<Problem.FieldError> errors = invalid.getFieldErrors().stream().map(ProblemReader::fieldError).toList();
		return Problem
			.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", "Some fields cannot be accepted as they are.")
			.errors(errors);
	}

	private static Problem.FieldError fieldError(FieldError error) {
		String message = (error.getDefaultMessage() != null) ? error.getDefaultMessage() : "Not acceptable.";
		String constraint = (error.getCode() != null) ? error.getCode() : "invalid";
		return new Problem.FieldError(error.getField(), codeOf(constraint), message);
	}

	private static String codeOf(String constraint) {
		return switch (constraint) {
			case "NotNull", "NotBlank", "NotEmpty" -> "required";
			case "Size" -> "wrong-length";
			case "typeMismatch" -> "wrong-type";
			default -> constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
		};
	}

	private static Problem malformed(ServerWebInputException malformed) {
		Problem problem = Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
				"The request could not be read. Check its form against the API description.");
		String parameter = (malformed.getMethodParameter() != null) ? malformed.getMethodParameter().getParameterName()
				: null;
		boolean isBody = causedBy(malformed, org.springframework.core.codec.DecodingException.class);
		return (parameter == null || isBody) ? problem : problem.field(parameter);
	}

	private static Problem tooLarge() {
		return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "request-too-large", "The request is larger than allowed.");
	}

	private static @Nullable Problem ofStatus(ResponseStatusException error) {
		HttpStatus status = HttpStatus.resolve(error.getStatusCode().value());
		if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
			return null;
		}
		return switch (status) {
			case NOT_FOUND -> Problem.notFound();
			case CONTENT_TOO_LARGE -> tooLarge();
			case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> Problem.unavailable();
			default -> Problem.of(status, status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
					status.getReasonPhrase() + ".");
		};
	}

	private static boolean causedBy(Throwable error, Class<? extends Throwable> type) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

}
