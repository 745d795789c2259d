package city.plaza.gateway.limit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import city.plaza.gateway.client.ClientNetwork;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BucketsTests {

	private static final LimitSettings.Rate TEN_AN_HOUR = new LimitSettings.Rate(10, 10, Duration.ofHours(1));

	private final Buckets buckets = new Buckets(settings(1000));

	@Test
	void givesABurstAndThenTellsHowLongToWait() {
		assertThat(taken("203.0.113.1", 15)).isEqualTo(10);
		assertThat(this.buckets.take("general", client("203.0.113.1"))).isBetween(Duration.ofMinutes(5),
				Duration.ofMinutes(6));
	}

	@Test
	void countsEachAddressApart() {
		assertThat(taken("203.0.113.1", 15)).isEqualTo(10);
		assertThat(taken("203.0.113.2", 15)).isEqualTo(10);
	}

	@Test
	void countsAnIpv6NetworkAsOneClientAndASiteAsFour() {
		assertThat(taken("2001:db8:1:1::1", 6)).isEqualTo(6);
		assertThat(taken("2001:db8:1:1:ffff::2", 6)).isEqualTo(4);
		int site = IntStream.range(2, 20).map((network) -> taken("2001:db8:1:" + network + "::1", 10)).sum();
		assertThat(site).isEqualTo(30);
		assertThat(taken("2001:db8:2::1", 10)).isEqualTo(10);
	}

	@Test
	void whatIsGivenBackMayBeTakenAgain() {
		assertThat(taken("203.0.113.3", 10)).isEqualTo(10);
		this.buckets.giveBack("general", client("203.0.113.3"));
		assertThat(taken("203.0.113.3", 2)).isEqualTo(1);
	}

	@Test
	void tokensComeBack() {
		Buckets quick = new Buckets(new LimitSettings(
				Map.of("general", new LimitSettings.Rate(1, 1, Duration.ofMillis(20)), "guesses", TEN_AN_HOUR),
				List.of(), 4, 1000));
		assertThat(quick.take("general", client("203.0.113.4"))).isZero();
		Awaitility.await().untilAsserted(() -> assertThat(quick.take("general", client("203.0.113.4"))).isZero());
	}

	@Test
	void remembersNoMoreThanItMay() {
		for (int i = 0; i < 50_000; i++) {
			byte[] address = new byte[16];
			ThreadLocalRandom.current().nextBytes(address);
			this.buckets.take("general", ClientNetwork.of(new InetSocketAddress(address(address), 0)));
		}
		assertThat(this.buckets.remembered()).isBetween(1L, 1000L);
	}

	@Test
	void refusesAnActWithoutARate() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LimitSettings(Map.of("general", TEN_AN_HOUR, "guesses", TEN_AN_HOUR),
					List.of(new LimitSettings.Act("nothing", "POST", List.of("/x"))), 4, 1000))
			.withMessageContaining("plaza.gateway.limit.rates.nothing");
	}

	@Test
	void givesManyThreadsTogetherNoMoreThanTheBurst() throws InterruptedException {
		CountDownLatch begin = new CountDownLatch(1);
		AtomicInteger taken = new AtomicInteger();
		List<Thread> threads = IntStream.range(0, 8).mapToObj((n) -> Thread.ofPlatform().start(() -> {
			try {
				begin.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			taken.addAndGet(taken("203.0.113.5", 100));
		})).toList();
		begin.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(taken).hasValue(10);
	}

	@Test
	void countsEachRateByItself() {
		assertThat(taken("203.0.113.6", 10)).isEqualTo(10);
		assertThat(this.buckets.take("guesses", client("203.0.113.6"))).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> this.buckets.take("unknown", client("203.0.113.6")))
			.withMessageContaining("unknown");
	}

	private int taken(String address, int tries) {
		return (int) IntStream.range(0, tries)
			.filter((n) -> this.buckets.take("general", client(address)).isZero())
			.count();
	}

	private static ClientNetwork client(String address) {
		return ClientNetwork.of(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
	}

	private static InetAddress address(byte[] bytes) {
		try {
			return InetAddress.getByAddress(bytes);
		}
		catch (UnknownHostException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static LimitSettings settings(long remembered) {
		return new LimitSettings(Map.of("general", TEN_AN_HOUR, "guesses", TEN_AN_HOUR), List.of(), 4, remembered);
	}

}
