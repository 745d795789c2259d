package city.plaza.platform.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of {@code application/problem+json} (RFC 9457, section 3).
 *
 * @param type {@code urn:plaza:problem:} and the code
 * @param title the HTTP status in words
 * @param status the HTTP status
 * @param detail one plain sentence for people
 * @param code stable, for programs
 * @param field the field at fault, if it is one
 * @param errors every field at fault, if there are several
 * @param values what the sentence quotes, such as a line or a limit, if it quotes
 * anything
 * @param requestId to quote to the help desk, and to find the log line by
 */
public record ProblemBody(String type, String title, int status, String detail, String code,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String field,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.FieldError> errors,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> values,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String requestId) {

	/**
	 * The body of a response.
	 * @param problem what to report
	 * @param requestId of the request, null where it has none
	 */
	public static ProblemBody of(Problem problem, @Nullable String requestId) {
		return new ProblemBody("urn:plaza:problem:" + problem.code(), problem.status().getReasonPhrase(),
				problem.status().value(), problem.detail(), problem.code(), problem.field(), problem.errors(),
				problem.values(), requestId);
	}

}
