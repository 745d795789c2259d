package city.plaza.portal.cutover;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.platform.testing.TestClock;
import city.plaza.portal.client.Problems;
import city.plaza.portal.cutover.CutOverDate.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CutOverTests {

	private final TestClock clock = TestClock.standingAt("2026-03-02T08:00:00Z");

	private final AtomicInteger calls = new AtomicInteger();

	private Mono<Reading> response = Mono.just(new Reading(LocalDate.of(2024, 6, 28), true));

	private final CutOver cutOver = new CutOver(
			() -> Mono.defer(() -> this.response).doOnSubscribe((call) -> this.calls.incrementAndGet()), this.clock);

	@Test
	void isReadOnceAMinute() {
		assertThat(begun()).contains(LocalDate.of(2024, 6, 28));
		this.response = Mono.just(new Reading(null, false));
		this.clock.pass(Duration.ofSeconds(59));
		assertThat(begun()).contains(LocalDate.of(2024, 6, 28));
		assertThat(this.calls).hasValue(1);
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(begun()).isEmpty();
		assertThat(begun()).isEmpty();
		assertThat(this.calls).hasValue(2);
	}

	@ParameterizedTest
	@CsvSource({ "2024-06-28, true, 2024-06-28", "2024-06-28, false, ", ", false, ", ", true, " })
	void hasBegunFromItsDayOn(@Nullable LocalDate day, boolean begun, @Nullable LocalDate shown) {
		this.response = Mono.just(new Reading(day, begun));
		assertThat(begun()).isEqualTo(Optional.ofNullable(shown));
	}

	@Test
	void isUnknownWhileTheServiceIsDownAndReadAgainAtOnce() {
		this.response = Mono.error(Problems.outage());
		assertThat(begun()).isEmpty();
		this.response = Mono.just(new Reading(LocalDate.of(2024, 6, 28), true));
		assertThat(begun()).isPresent();
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void hidesNoBug() {
		this.response = Mono.error(new IllegalStateException("a bug"));
		assertThatIllegalStateException().isThrownBy(this::begun);
	}

	private Optional<LocalDate> begun() {
		return this.cutOver.begun().blockOptional().orElseThrow();
	}

}
