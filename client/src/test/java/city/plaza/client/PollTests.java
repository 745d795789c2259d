package city.plaza.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PollTests {

	private static final Duration LIMIT = Duration.ofMillis(50);

	private static final Duration PAUSE = Duration.ofMillis(1);

	@Test
	void repeatsUntilTheResultFits() throws InterruptedException {
		AtomicInteger count = new AtomicInteger();
		assertThat(Poll.until("three", Duration.ofSeconds(10), PAUSE, count::incrementAndGet, (n) -> n == 3))
			.isEqualTo(3);
	}

	@Test
	void goesOnAfterARequestThatFails() throws InterruptedException {
		AtomicInteger count = new AtomicInteger();
		assertThat(Poll.until("a response", Duration.ofSeconds(10), PAUSE, () -> {
			if (count.incrementAndGet() < 3) {
				throw new UnexpectedResponse("GET /", 503, "busy", "");
			}
			return "served";
		}, (text) -> true)).isEqualTo("served");
	}

	@Test
	void namesWhatWasAwaitedAndTheLastResult() {
		assertThatExceptionOfType(AwaitedInVain.class)
			.isThrownBy(() -> Poll.until("the bill to be paid", LIMIT, PAUSE, () -> "pending", (text) -> false))
			.withMessageContaining("the bill to be paid")
			.withMessageContaining("pending");
		assertThatExceptionOfType(AwaitedInVain.class)
			.isThrownBy(() -> Poll.until("the bill", LIMIT, PAUSE, PollTests::refused, (text) -> true))
			.withMessageContaining("404")
			.withCauseInstanceOf(UnexpectedResponse.class);
	}

	@Test
	void endsWhenItIsInterrupted() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class)
			.isThrownBy(() -> Poll.until("nothing", Duration.ofSeconds(10), PAUSE, () -> "", (text) -> false));
	}

	@Test
	void asksOnceEvenWithoutAnyTime() throws InterruptedException {
		assertThat(Poll.until("a result", Duration.ZERO, PAUSE, () -> "there", (text) -> true)).isEqualTo("there");
		assertThatExceptionOfType(AwaitedInVain.class)
			.isThrownBy(() -> Poll.until("a result", Duration.ofSeconds(-1), PAUSE, () -> "other", (text) -> false))
			.withMessageContaining("other");
	}

	@Test
	void doesNotRepeatWhatIsABug() {
		AtomicInteger count = new AtomicInteger();
		assertThatIllegalStateException().isThrownBy(() -> Poll.until("nothing", Duration.ofSeconds(10), PAUSE, () -> {
			count.incrementAndGet();
			throw new IllegalStateException("a bug");
		}, (any) -> true));
		assertThat(count).hasValue(1);
	}

	@Test
	void namesTheLastFailureEvenAfterResults() {
		AtomicInteger count = new AtomicInteger();
		assertThatExceptionOfType(AwaitedInVain.class)
			.isThrownBy(() -> Poll.until("the end", LIMIT, PAUSE,
					() -> (count.incrementAndGet() < 3) ? "early" : refused(), "x"::equals))
			.withMessageContaining("404")
			.withMessageNotContaining("early");
	}

	private static String refused() {
		throw new UnexpectedResponse("GET /", 404, "not-found", "");
	}

}
