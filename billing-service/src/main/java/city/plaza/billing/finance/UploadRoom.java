package city.plaza.billing.finance;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.util.unit.DataSize;

/**
 * The disk that uploads of this process take, all together: several large ones at a time
 * must not fill it.
 */
class UploadRoom {

	private final long limit;

	private final AtomicLong taken = new AtomicLong();

	UploadRoom(DataSize limit) {
		this.limit = limit.toBytes();
	}

	/**
	 * Takes room; to be given back in either case.
	 * @return whether there was any
	 */
	boolean take(int bytes) {
		return this.taken.addAndGet(bytes) <= this.limit;
	}

	void giveBack(long bytes) {
		this.taken.addAndGet(-bytes);
	}

}
