package city.plaza.gateway.connection;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * How long a body may still be waited for: a fixed time, and a second more for each so
 * many bytes that have arrived. Only waiting counts; while the service behind is slow to
 * take what arrived, the client is not to blame.
 */
class BodyWait {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final long grace;

	private final long bytesASecond;

	private long left;

	private long since;

	private boolean isWaiting;

	BodyWait(Duration grace, DataSize bytesASecond) {
		this.grace = grace.toNanos();
		this.bytesASecond = bytesASecond.toBytes();
	}

	void begin() {
		this.left = this.grace;
		this.isWaiting = false;
	}

	/**
	 * More is wanted.
	 * @return the nanoseconds within which it has to come
	 */
	long wanted(long now) {
		if (!this.isWaiting) {
			this.isWaiting = true;
			this.since = now;
		}
		return this.left - (now - this.since);
	}

	void arrived(int bytes, long now) {
		if (this.isWaiting) {
			this.left -= now - this.since;
			this.isWaiting = false;
		}
		this.left += bytes * SECOND / this.bytesASecond;
	}

}
