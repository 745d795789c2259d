package city.plaza.identity.password;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HashingThreadsTests {

	private static final int THREADS = 3;

	private static final int WAITING = 5;

	private final ThreadPoolExecutor threads = HashingThreads.start(THREADS, WAITING);

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.end.countDown();
		this.threads.shutdownNow();
	}

	@Test
	void workSideBySideUnderNamesOfTheirOwnAndHoldUpNoStop() throws InterruptedException {
		Set<String> names = ConcurrentHashMap.newKeySet();
		AtomicInteger daemons = new AtomicInteger();
		CountDownLatch begun = new CountDownLatch(THREADS);
		for (int task = 0; task < THREADS; task++) {
			this.threads.execute(() -> {
				names.add(Thread.currentThread().getName());
				daemons.addAndGet(Thread.currentThread().isDaemon() ? 1 : 0);
				begun.countDown();
				waitForTheEnd();
			});
		}
		assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(names).hasSize(THREADS).allMatch((name) -> name.matches("password-hash-\\d+"));
		assertThat(daemons).hasValue(THREADS);
	}

	@Test
	void takeAsManyAsWorkAndWaitAndNoMore() throws InterruptedException {
		AtomicInteger done = new AtomicInteger();
		for (int task = 0; task < THREADS + WAITING; task++) {
			this.threads.execute(() -> {
				waitForTheEnd();
				done.incrementAndGet();
			});
		}
		for (int task = 0; task < 20; task++) {
			assertThatExceptionOfType(RejectedExecutionException.class)
				.isThrownBy(() -> this.threads.execute(done::incrementAndGet));
		}
		this.end.countDown();
		this.threads.shutdown();
		assertThat(this.threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		assertThat(done).hasValue(THREADS + WAITING);
	}

	@Test
	void goOnAfterATaskThatFailed() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(1);
		for (int task = 0; task < THREADS; task++) {
			this.threads.submit(() -> {
				throw new IllegalStateException("This task fails");
			});
		}
		this.threads.submit(done::countDown);
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
	}

	private void waitForTheEnd() {
		try {
			assertThat(this.end.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
