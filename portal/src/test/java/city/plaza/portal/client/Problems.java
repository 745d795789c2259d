package city.plaza.portal.client;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** Problems of services, as the clients read them. */
public final class Problems {

	private Problems() {
	}

	public static ApiProblem of(HttpStatus status, String code) {
		return of(status, code, null);
	}

	public static ApiProblem of(HttpStatus status, String code, @Nullable Duration retryAfter) {
		return new ApiProblem(status, new ApiProblem.Body(code, "The service's own words.", null, null, List.of("7")),
				retryAfter);
	}

	public static ApiProblem ofFields(ApiProblem.FieldError... errors) {
		return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT,
				new ApiProblem.Body("invalid-request", "No.", null, List.of(errors), null), null);
	}

	public static ApiProblem ofField(HttpStatus status, String code, String field) {
		return new ApiProblem(status, new ApiProblem.Body(code, "No.", field, null, null), null);
	}

	public static ServiceUnavailable outage() {
		return new ServiceUnavailable("billing-service", new IllegalStateException("No connection"));
	}

}
