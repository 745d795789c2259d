package city.plaza.portal.form;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a form. Its text stands in the messages under
 * {@code problem.<field>.<code>}, or under {@code problem.<code>} where every field
 * shares it.
 *
 * @param field of the form
 * @param id of the element of the page that the error stands beside
 * @param code a service's problem code, or the portal's own for what it checks itself
 * @param pause before another try, where the service named a time
 * @param value what the service's sentence quotes, such as a line of a file or a limit
 */
public record FormError(String field, String id, String code, @Nullable Duration pause, @Nullable String value) {

	private static final Duration A_MINUTE = Duration.ofMinutes(1);

	public static FormError of(String field, String code) {
		return new FormError(field, field, code, null, null);
	}

	FormError at(String id) {
		return new FormError(this.field, id, this.code, this.pause, this.value);
	}

	/**
	 * What the text may hold: the wait in seconds, the wait in started hours, what the
	 * service quotes, and the wait in started minutes.
	 */
	public Object[] arguments() {
		long seconds = ((this.pause != null) ? this.pause : A_MINUTE).toSeconds();
		return new Object[] { seconds, started(seconds, 3600), (this.value != null) ? this.value : "",
				started(seconds, 60) };
	}

	private static long started(long seconds, long unit) {
		return Math.max(1, (seconds + unit - 1) / unit);
	}

}
