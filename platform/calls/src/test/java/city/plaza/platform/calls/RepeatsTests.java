package city.plaza.platform.calls;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class RepeatsTests {

	private static final Throwable CLOSED = AbortedException.beforeSend();

	@Test
	void repeatsAnyCallThatFoundNoConnection() {
		assertThat(calls(new ConnectException(), false)).isEqualTo(2);
	}

	@Test
	void repeatsOnlyAHarmlessCallWhoseConnectionBroke() {
		assertThat(calls(new IOException(), true)).isEqualTo(2);
		assertThat(calls(CLOSED, true)).isEqualTo(2);
		assertThat(calls(new IOException(), false)).isEqualTo(1);
		assertThat(calls(CLOSED, false)).isEqualTo(1);
	}

	@Test
	void repeatsAHarmlessCallThatAnInstanceOnTrialHeldUp() {
		assertThat(calls(new OnTrial(), true)).isEqualTo(2);
		assertThat(calls(new OnTrial(), false)).isEqualTo(1);
		assertThat(ServiceFailures.isFailure(new OnTrial())).isTrue();
	}

	@Test
	void neverRepeatsWhatWasOnlySlow() {
		assertThat(calls(new TimeoutException(), true)).isEqualTo(1);
	}

	@Test
	void holdsABrokenConnectionAgainstTheService() {
		assertThat(ServiceFailures.isFailure(CLOSED)).isTrue();
		assertThat(ServiceFailures.isFailure(new Uncounted(CLOSED))).isFalse();
	}

	private static int calls(Throwable error, boolean isHarmless) {
		AtomicInteger calls = new AtomicInteger();
		Mono<Void> call = Repeats.onAnotherInstance(Mono.defer(() -> {
			calls.incrementAndGet();
			return Mono.error(error);
		}), () -> isHarmless);
		assertThatException().isThrownBy(call::block).isNotNull();
		return calls.get();
	}

}
