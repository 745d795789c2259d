package city.plaza.platform.calls;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import city.plaza.platform.failure.Outage;
import reactor.util.retry.Retry;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * A call that an instance did not take is made once more, on another one. Where no
 * connection stood nothing was sent, so that any call may go elsewhere; where one broke,
 * only a question, or a change that carries its own key. What was only slow is never
 * repeated.
 */
public final class Repeats {

	private static final Duration AT_ONCE = Duration.ofMillis(5);

	private Repeats() {
	}

	/**
	 * When to repeat.
	 * @param isHarmless whether the call may have been done already and be done again
	 * @return for {@code retryWhen}
	 */
	public static Retry onAnotherInstance(BooleanSupplier isHarmless) {
		return Retry.backoff(1, AT_ONCE)
			.filter((error) -> isOutage(error, Outage.UNREACHABLE)
					|| (isOutage(error, Outage.BROKEN) && isHarmless.getAsBoolean()))
			.onRetryExhaustedThrow((spec, signal) -> signal.failure());
	}

	/**
	 * Whether a call may be done twice.
	 * @param method of the call
	 * @param headers of the call
	 * @return true for a question, and for a change that carries its own key
	 */
	public static boolean isHarmless(HttpMethod method, HttpHeaders headers) {
		return isQuestion(method) || headers.containsHeader("Idempotency-Key");
	}

	/**
	 * Whether a call changes nothing.
	 * @param method of the call
	 * @return true for a question
	 */
	public static boolean isQuestion(HttpMethod method) {
		return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
	}

	private static boolean isOutage(Throwable error, Outage kind) {
		return !ServiceFailures.isUncounted(error) && Outage.of(error).filter(kind::equals).isPresent();
	}

}
