package city.plaza.platform.problem;

import java.util.function.Predicate;
import java.util.stream.Stream;

import city.plaza.platform.failure.Causes;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
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
		for (Throwable cause : Causes.all(error)) {
			if (cause instanceof ProblemException known) {
				return known.problem();
			}
		}
		if (Causes.any(error, DataBufferLimitException.class::isInstance)) {
			return Problem.tooLarge();
		}
		return switch (error) {
			case WebExchangeBindException body ->
				Problem.invalid(body.getFieldErrors().stream().map(ProblemReader::fieldError).toList());
			case HandlerMethodValidationException parameters -> Problem.invalid(
					parameters.getParameterValidationResults().stream().flatMap(ProblemReader::fieldErrors).toList());
			case ServerWebInputException malformed -> malformed(malformed);
			case DecodingException malformed -> MalformedBody.problem(malformed);
			case ResponseStatusException status -> ofStatus(status);
			default -> null;
		};
	}

	private static Stream<Problem.FieldError> fieldErrors(ParameterValidationResult result) {
		if (result instanceof ParameterErrors bean) {
			return bean.getFieldErrors().stream().map(ProblemReader::fieldError);
		}
		String parameter = String.valueOf(nameOf(result.getMethodParameter()));
		return result.getResolvableErrors().stream().map((error) -> {
			String[] codes = error.getCodes();
			String constraint = (codes != null && codes.length > 0) ? codes[codes.length - 1] : "invalid";
			return fieldError(parameter, constraint, error.getDefaultMessage());
		});
	}

	private static Problem.FieldError fieldError(FieldError error) {
		String constraint = (error.getCode() != null) ? error.getCode() : "invalid";
		return fieldError(error.getField(), constraint, error.getDefaultMessage());
	}

	private static Problem.FieldError fieldError(String field, String constraint, @Nullable String message) {
		return new Problem.FieldError(field, FieldCodes.of(constraint),
				(message != null) ? message : "Not acceptable.");
	}

	private static Problem malformed(ServerWebInputException malformed) {
		MethodParameter parameter = malformed.getMethodParameter();
		if (parameter != null && parameter.hasParameterAnnotation(PathVariable.class)) {
			// What cannot be an id is the id of nothing.
			return Problem.notFound();
		}
		String name = (malformed instanceof MissingRequestValueException missing) ? missing.getName()
				: (parameter != null) ? nameOf(parameter) : null;
		return (name == null || Causes.any(malformed, DecodingException.class::isInstance))
				? MalformedBody.problem(malformed) : Problem.malformed().field(name);
	}

	/** As the client names it: its name in Java may be another one. */
	private static @Nullable String nameOf(MethodParameter parameter) {
		return MergedAnnotations.from(parameter.getParameterAnnotations())
			.stream()
			.filter((annotation) -> annotation.getType().getPackage() == RequestParam.class.getPackage())
			.flatMap((annotation) -> annotation.getValue("name", String.class).stream())
			.filter(Predicate.not(String::isEmpty))
			.findFirst()
			.orElseGet(parameter::getParameterName);
	}

	private static @Nullable Problem ofStatus(ResponseStatusException error) {
		HttpStatus status = HttpStatus.resolve(error.getStatusCode().value());
		return switch (status) {
			case null -> null;
			case NOT_FOUND -> Problem.notFound();
			case CONTENT_TOO_LARGE -> Problem.tooLarge();
			case BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> Problem.unavailable();
			case HttpStatus server when server.is5xxServerError() -> null;
			default -> Problem.ofStatus(status);
		};
	}

}
