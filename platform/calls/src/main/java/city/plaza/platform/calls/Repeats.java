package city.plaza.platform.calls;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import city.plaza.platform.failure.Outage;
import reactor.core.publisher.Mono;

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
	 * Makes a call once more where that may help. An operator for one repetition costs
	 * nothing until there is an error, where {@code retryWhen} sets up a stream of its
	 * own for each call.
	 * @param <T> what the call gives
	 * @param call begins anew with each subscription
	 * @param isHarmless whether the call may have been done already and be done again
	 * @return the call with its repetition
	 */
	public static <T> Mono<T> onAnotherInstance(Mono<T> call, BooleanSupplier isHarmless) {
		return call.onErrorResume(
				(error) -> isOutage(error, Outage.UNREACHABLE)
						|| (isOutage(error, Outage.BROKEN) && isHarmless.getAsBoolean()),
				(error) -> Mono.delay(AT_ONCE).then(call));
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
