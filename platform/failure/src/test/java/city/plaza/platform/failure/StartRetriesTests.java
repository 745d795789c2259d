package city.plaza.platform.failure;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartRetriesTests {

	private final AtomicInteger tries = new AtomicInteger();

	@Test
	void triesAgainUntilTheOutageIsOver() {
		assertThat(work(new ConnectException("refused"), 3).block()).isEqualTo(4);
	}

	@Test
	void givesUpWithTheOutageItself() {
		assertThatThrownBy(() -> work(new ConnectException("refused"), 100).block())
			.hasRootCauseInstanceOf(ConnectException.class);
		assertThat(this.tries).hasValue(10);
	}

	@Test
	void endsAtOnceByAnyOtherError() {
		assertThatThrownBy(() -> work(new IllegalStateException("no"), 100).block()).hasMessage("no");
		assertThat(this.tries).hasValue(1);
	}

	private Mono<Integer> work(Exception failure, int failures) {
		return Mono.defer(() -> {
			int number = this.tries.incrementAndGet();
			return (number <= failures) ? Mono.<Integer>error(failure) : Mono.just(number);
		}).retryWhen(StartRetries.afterOutages(Duration.ofMillis(1)));
	}

}
