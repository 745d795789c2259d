package city.plaza.gateway.body;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.util.unit.DataSize;

/** The bytes of bodies in memory, of all requests together. */
class HeldBytes {

	private final long limit;

	private final AtomicLong held = new AtomicLong();

	HeldBytes(DataSize limit) {
		this.limit = limit.toBytes();
	}

	/**
	 * Takes room; to be given back in either case.
	 * @return whether there was any
	 */
	boolean take(int bytes) {
		return this.held.addAndGet(bytes) <= this.limit;
	}

	void giveBack(long bytes) {
		this.held.addAndGet(-bytes);
	}

	long now() {
		return this.held.get();
	}

}
