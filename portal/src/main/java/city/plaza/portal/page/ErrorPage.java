package city.plaza.portal.page;

import city.plaza.platform.problem.ProblemException;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.ServiceUnavailable;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ResponseStatusException;

/** The pages that a failed request can end on. */
enum ErrorPage {

	NOT_FOUND(HttpStatus.NOT_FOUND), FORBIDDEN(HttpStatus.FORBIDDEN), EXPIRED(HttpStatus.FORBIDDEN),
	TOO_MANY(HttpStatus.TOO_MANY_REQUESTS), BAD_REQUEST(HttpStatus.BAD_REQUEST),
	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED), UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
	BROKEN(HttpStatus.INTERNAL_SERVER_ERROR);

	private final HttpStatus status;

	ErrorPage(HttpStatus status) {
		this.status = status;
	}

	HttpStatus status() {
		return this.status;
	}

	static ErrorPage of(@Nullable Throwable error) {
		return switch (error) {
			case PageExpired expired -> EXPIRED;
			case AccessDeniedException denied -> FORBIDDEN;
			case ServiceUnavailable outage -> UNAVAILABLE;
			case ApiProblem problem -> ofStatus(problem.status().value());
			case ResponseStatusException refused -> ofStatus(refused.getStatusCode().value());
			case ProblemException refused -> ofStatus(refused.problem().status().value());
			case null, default -> BROKEN;
		};
	}

	private static ErrorPage ofStatus(int status) {
		return switch (status) {
			case 403 -> FORBIDDEN;
			case 404 -> NOT_FOUND;
			case 405 -> METHOD_NOT_ALLOWED;
			case 429 -> TOO_MANY;
			case 503 -> UNAVAILABLE;
			default -> (status >= 400 && status < 500) ? BAD_REQUEST : BROKEN;
		};
	}

}
