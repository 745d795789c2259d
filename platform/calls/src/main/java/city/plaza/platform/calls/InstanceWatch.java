package city.plaza.platform.calls;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Follows one call over the instances it is tried on, and tells {@link Instances} how
 * each did.
 */
public final class InstanceWatch {

	private final Instances instances;

	private final AtomicReference<@Nullable URI> current = new AtomicReference<>();

	/** When the present try began. */
	private volatile long since = System.nanoTime();

	InstanceWatch(Instances instances) {
		this.instances = instances;
	}

	/** The call goes to this instance now. */
	public void chosen(@Nullable URI address) {
		this.current.set(address);
	}

	/** The instance answered. */
	public void answered() {
		URI address = this.current.get();
		if (address != null) {
			this.instances.answered(address, this.since);
		}
	}

	/** The instance did not take the call; others are asked first for a while. */
	public void refused(Throwable error) {
		ended(error);
		this.since = System.nanoTime();
	}

	/**
	 * The call ended without an answer.
	 * @param error how
	 * @return the error; wrapped, so that it does not count, where another instance of
	 * the service is well
	 */
	public Throwable ended(Throwable error) {
		URI address = this.current.get();
		if (address == null || !ServiceFailures.isFailure(error)) {
			return error;
		}
		return this.instances.failed(address) ? new Uncounted(error) : error;
	}

}
