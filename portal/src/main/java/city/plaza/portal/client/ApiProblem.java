package city.plaza.portal.client;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * A service's refusal, read from its problem details (RFC 9457). A form shows the codes
 * it know beside the field at fault; the rest ends on an error page.
 */
public class ApiProblem extends RuntimeException {

	/** The code for what does not exist and for what belongs to somebody else. */
	public static final String NOT_FOUND = "not-found";

	private static final long serialVersionUID = 1L;

	private final transient HttpStatusCode status;

	private final transient Body body;

	private final transient @Nullable Duration retryAfter;

	ApiProblem(HttpStatusCode status, Body body, @Nullable Duration retryAfter) {
		super(status.value() + " " + body.code(), null, false, false);
		this.status = status;
		this.body = body;
		this.retryAfter = retryAfter;
	}

	/**
	 * One field at fault.
	 *
	 * @param field as the service names it
	 * @param code stable, kebab-case
	 * @param message one plain sentence
	 */
	public record FieldError(String field, String code, @Nullable String message) {
	}

	record Body(@Nullable String code, @Nullable String detail, @Nullable String field,
			@Nullable List<FieldError> errors, @Nullable List<String> values) {
	}

	public HttpStatusCode status() {
		return this.status;
	}

	/** The problem's stable code; empty where the service gave none. */
	public String code() {
		return (this.body.code() != null) ? this.body.code() : "";
	}

	public @Nullable String detail() {
		return this.body.detail();
	}

	/** What the service's sentence quotes, for texts in other languages. */
	public List<String> values() {
		return (this.body.values() != null) ? this.body.values() : List.of();
	}

	/** When to try again, where the service said so. */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/** Every field at fault; one entry where the problem is about a single field. */
	public List<FieldError> errors() {
		if (this.body.errors() != null && !this.body.errors().isEmpty()) {
			return this.body.errors();
		}
		return (this.body.field() != null) ? List.of(new FieldError(this.body.field(), code(), detail())) : List.of();
	}

	/**
	 * Whether the problem is this one.
	 * @param code kebab-case
	 * @return true if it is
	 */
	public boolean is(String code) {
		return code().equals(code);
	}

	/**
	 * Selects problems, for {@code onErrorResume}.
	 * @param codes kebab-case
	 * @return true for a problem with one of these codes
	 */
	public static Predicate<Throwable> with(String... codes) {
		Set<String> selected = Set.of(codes);
		return (error) -> error instanceof ApiProblem problem && selected.contains(problem.code());
	}

	/**
	 * A response that has nothing to do with the request: the service itself fails or has
	 * too much to do.
	 */
	boolean isOutage() {
		return this.status.is5xxServerError() && !is("provider-unavailable");
	}

}
