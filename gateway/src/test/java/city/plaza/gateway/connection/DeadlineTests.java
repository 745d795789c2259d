package city.plaza.gateway.connection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.netty.channel.DefaultEventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTests {

	private static final long DUE = Duration.ofMillis(50).toNanos();

	private final DefaultEventLoop loop = new DefaultEventLoop();

	private final CountDownLatch passed = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

	@Test
	void passesOnce() throws InterruptedException {
		this.loop.execute(() -> new Deadline(this.loop, DUE, this.passed::countDown));
		assertThat(this.passed.await(10, TimeUnit.SECONDS)).isTrue();
	}

	/**
	 * The loop stands still past the deadline, and what came meanwhile is read after it.
	 */
	@Test
	void aLoopThatWasLateReadsFirst() throws InterruptedException {
		this.loop.execute(() -> {
			Deadline deadline = new Deadline(this.loop, DUE, this.passed::countDown);
			this.loop.schedule(deadline::cancel, DUE + 1, TimeUnit.NANOSECONDS);
			LockSupport.parkNanos(DUE * 6);
		});
		assertThat(this.passed.await(1, TimeUnit.SECONDS)).isFalse();
	}

	@Test
	void passesAfterALateLoopToo() throws InterruptedException {
		this.loop.execute(() -> {
			new Deadline(this.loop, DUE, this.passed::countDown);
			LockSupport.parkNanos(DUE * 6);
		});
		assertThat(this.passed.await(10, TimeUnit.SECONDS)).isTrue();
	}

}
