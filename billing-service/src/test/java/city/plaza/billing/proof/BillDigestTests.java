package city.plaza.billing.proof;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import city.plaza.billing.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The same bill is recognised however its number is typed, and no other one. */
class BillDigestTests {

	private final BillDigest digest = digest("dev-only-secret");

	/** As people type what is printed as B-62 825A. */
	@ParameterizedTest
	@ValueSource(strings = { "B-62 825A", "b62825a", " B62825A ", "B\u201362825A", "B\u00A062\u2003825A", "B--62825-A",
			"\uFF2262825A", "B62825\u200BA", "B\u206062825A", "B\t62825A" })
	void howeverItsNumberIsTyped(String typed) {
		assertThat(of("100234", typed, 25_000, "USD")).isEqualTo(of("100234", "B-62 825A", 25_000, "USD"));
	}

	@ParameterizedTest
	@CsvSource({ "100235, 62825, 25000, USD", "100234, 62826, 25000, USD", "100234, 62825, 25001, USD",
			"100234, 62825, -25000, USD", "100234, 62825, 25000, CAD", "10023, 462825, 25000, USD",
			"100234, 628252, 5000, USD", "100234, 6282525000, 0, USD", "'100234 ', 62825, 25000, USD" })
	void noOtherBillHasItsDigest(String customer, String bill, long cents, String currency) {
		assertThat(of(customer, bill, cents, currency)).isNotEqualTo(of("100234", "62825", 25_000, "USD"));
	}

	/** account-link-service computes the same: what is written here is a contract. */
	@Test
	void isWhatTheContractSays() {
		// printf '100234\n62825\n25000\nUSD' | openssl dgst -sha256 -hmac dev-only-secret
		assertThat(of("100234", "62825", 25_000, "USD")).isEqualTo("59jz1JljB_iyDF493MS6EA");
	}

	@Test
	void isShortFitsAnAddressAndShowsNothing() {
		Set<String> seen = new HashSet<>();
		for (int bill = 0; bill < 2_000; bill++) {
			String digest = of("100234", Integer.toString(62_000 + bill), 25_000, "USD");
			assertThat(digest).matches("[A-Za-z0-9_-]{22}");
			assertThat(seen.add(digest)).isTrue();
		}
	}

	@Test
	void cannotBeMadeWithoutTheSecret() {
		assertThat(digest("another").of("100234", "62825", new Money(25_000, "USD")))
			.isNotEqualTo(of("100234", "62825", 25_000, "USD"));
		assertThat(new ProofSettings("dev-only-secret", Duration.ofSeconds(1), Duration.ofSeconds(3)).toString())
			.doesNotContain("secret=dev");
	}

	@Test
	void isTheSameForManyAtOnce() throws Exception {
		List<String> expected = IntStream.range(0, 200).mapToObj((bill) -> of("1", "" + bill, bill, "USD")).toList();
		Set<String> wrong = ConcurrentHashMap.newKeySet();
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<?>> all = IntStream.range(0, 4).<Future<?>>mapToObj((thread) -> threads.submit(() -> {
				start.await();
				for (int bill = 0; bill < 200; bill++) {
					String digest = of("1", "" + bill, bill, "USD");
					if (!digest.equals(expected.get(bill))) {
						wrong.add(digest);
					}
				}
				return null;
			})).toList();
			start.countDown();
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(wrong).isEmpty();
	}

	private String of(String customer, String bill, long cents, String currency) {
		return this.digest.of(customer, bill, new Money(cents, currency));
	}

	private static BillDigest digest(String secret) {
		return new BillDigest(new ProofSettings(secret, Duration.ofSeconds(1), Duration.ofSeconds(3)));
	}

}
