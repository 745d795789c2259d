package city.plaza.gateway.body;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class HeldBytesTests {

	private final HeldBytes held = new HeldBytes(DataSize.ofBytes(100));

	@Test
	void hasRoomUpToItsLimit() {
		assertThat(this.held.take(99)).isTrue();
		assertThat(this.held.take(1)).isTrue();
		assertThat(this.held.take(0)).isTrue();
		assertThat(this.held.take(1)).isFalse();
		this.held.giveBack(2);
		assertThat(this.held.take(1)).isTrue();
	}

	@Test
	void isEmptyAgainOnceAllGaveBackWhatTheyTook() throws InterruptedException {
		CountDownLatch begin = new CountDownLatch(1);
		AtomicInteger refused = new AtomicInteger();
		List<Thread> threads = IntStream.range(0, 8).mapToObj((n) -> Thread.ofPlatform().start(() -> {
			try {
				begin.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			for (int i = 0; i < 2_000; i++) {
				if (!this.held.take(60)) {
					refused.incrementAndGet();
				}
				this.held.giveBack(60);
			}
		})).toList();
		begin.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(this.held.now()).isZero();
		assertThat(refused).hasValueLessThan(16_000);
	}

}
