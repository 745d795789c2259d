package city.plaza.platform.calls;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Follows one call over the instances it is tried on, and reports to {@link Instances}
 * how each did.
 */
public final class InstanceWatch {

	private final Instances instances;

	private final boolean isQuestion;

	private final Duration trial;

	/** Gives the instance that the present try goes to, once it is chosen. */
	private volatile Supplier<@Nullable URI> current = () -> null;

	/** When the present try began. */
	private volatile long since;

	InstanceWatch(Instances instances, boolean isQuestion, Duration trial) {
		this.instances = instances;
		this.isQuestion = isQuestion;
		this.trial = trial;
		this.since = instances.now();
	}

	/** Whether the call may be asked twice, so that it may try an instance. */
	boolean isQuestion() {
		return this.isQuestion;
	}

	/**
	 * Ends a try that goes to an instance on trial early, so that another one has time to
	 * respond. Without instances on trial it costs nothing.
	 * @param <T> what the try gives
	 * @param attempt to get a response
	 * @param address of the instance, once it is chosen
	 * @return the try; an error that is repeated where its time went by
	 */
	public <T> Mono<T> endingEarly(Mono<T> attempt, Supplier<@Nullable URI> address) {
		return Mono.defer(() -> {
			if (!this.isQuestion || this.instances.areAllWell()) {
				return attempt;
			}
			Mono<Long> end = Mono.delay(this.trial).flatMap((time) -> {
				URI chosen = address.get();
				return (chosen != null && this.instances.isOnTrial(chosen)) ? Mono.just(time) : Mono.never();
			});
			return attempt.timeout(end, Mono.error(OnTrial::new));
		});
	}

	/** The call goes to this instance now. */
	public void chosen(@Nullable URI address) {
		this.current = () -> address;
	}

	/**
	 * The call goes to whichever instance stands where the load balancer notes it; it is
	 * looked up when there is something to report.
	 * @param address of the instance, once it is chosen
	 */
	public void chosenBy(Supplier<@Nullable URI> address) {
		this.current = address;
	}

	/** The instance responded. */
	public void responded() {
		URI address = this.current.get();
		if (address != null) {
			this.instances.responded(address, this.since);
		}
	}

	/** The instance did not take the call; others are asked first for a while. */
	public void refused(Throwable error) {
		ended(error);
		this.since = this.instances.now();
	}

	/**
	 * The call ended without a response.
	 * @param error how
	 * @return the error; wrapped, so that it does not count, where another instance of
	 * the service is available
	 */
	public Throwable ended(Throwable error) {
		URI address = this.current.get();
		if (address == null || !ServiceFailures.isFailure(error)) {
			return error;
		}
		return this.instances.failed(address) ? new Uncounted(error) : error;
	}

}
