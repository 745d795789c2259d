package city.plaza.platform.calls;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** One call's place at a service: asked for, waited for, held, given back. */
final class Place {

	/** What became of it; changed under the lock of its {@link Places} alone. */
	enum State {

		ASKED, WAITING, HELD, REFUSED, GONE

	}

	final String client;

	volatile State state = State.ASKED;

	private volatile @Nullable MonoSink<Void> sink;

	Place(String client) {
		this.client = client;
	}

	/** Listens for the end of the wait, which may have come already. */
	void await(MonoSink<Void> sink) {
		this.sink = sink;
		signal();
	}

	/**
	 * Signals whoever waits; called by whoever changed the state, outside of the lock.
	 */
	void signal() {
		MonoSink<Void> waiter = this.sink;
		if (waiter == null) {
			return;
		}
		switch (this.state) {
			case HELD -> waiter.success();
			case REFUSED -> waiter.error(Refusals.busy());
			default -> {
			}
		}
	}

}
