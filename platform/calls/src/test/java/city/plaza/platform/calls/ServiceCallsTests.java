package city.plaza.platform.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import city.plaza.platform.problem.ProblemException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.publisher.Sinks;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServiceCallsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final Duration SLOW = Duration.ofMillis(200);

	private static final int LEAST = 10;

	private final Width width = Width.measured(LEAST, 100, SLOW);

	private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("billing-service");

	private final ServiceCalls calls = new ServiceCalls("billing-service",
			new Room(this.width, 100, Duration.ofMillis(300), 100), this.breaker, new RefusalLog());

	@Test
	void givesMoreRoomToAServiceThatAnswersSoon() {
		int before = this.width.now();
		together(before, true, Mono.just(HttpStatus.OK));
		assertThat(this.width.now()).isGreaterThan(before);
	}

	@Test
	void givesMoreRoomWhereOneClientAloneWaitsForMoreThanItsShare() {
		ServiceCalls shared = new ServiceCalls("billing-service", new Room(this.width, 100, Duration.ofSeconds(10), 50),
				this.breaker, new RefusalLog());
		for (int round = 0; round < 20; round++) {
			together(shared, 4 * LEAST, true, Mono.just(HttpStatus.OK));
		}
		assertThat(this.width.now()).as("all of them at once").isGreaterThanOrEqualTo(4 * LEAST);
	}

	@Test
	void givesLessRoomToAServiceThatAnswersLateOrFails() {
		together(LEAST, true, Mono.just(HttpStatus.OK));
		int before = this.width.now();
		together(1, true, Mono.just(HttpStatus.OK).delayElement(SLOW.multipliedBy(2)));
		int late = this.width.now();
		assertThat(late).isLessThan(before);
		together(1, true, Mono.error(new IOException()));
		assertThat(this.width.now()).isLessThan(late);
	}

	@ParameterizedTest
	@EnumSource(names = { "INTERNAL_SERVER_ERROR", "BAD_GATEWAY", "SERVICE_UNAVAILABLE", "GATEWAY_TIMEOUT" })
	void neitherGivesNorTakesRoomForAnErrorThatIsReportedSoon(HttpStatus error) {
		together(LEAST, true, Mono.just(HttpStatus.OK));
		int before = this.width.now();
		together(before, true, Mono.just(error));
		assertThat(this.width.now()).isEqualTo(before);
	}

	@Test
	void givesLessRoomForAnErrorThatIsReportedLate() {
		together(LEAST, true, Mono.just(HttpStatus.OK));
		int before = this.width.now();
		together(1, true, Mono.just(HttpStatus.INTERNAL_SERVER_ERROR).delayElement(SLOW.multipliedBy(2)));
		assertThat(this.width.now()).isLessThan(before);
	}

	@Test
	void givesMoreRoomForARefusalOfWhatTheCallerSent() {
		int before = this.width.now();
		together(before, true, Mono.just(HttpStatus.UNPROCESSABLE_CONTENT));
		assertThat(this.width.now()).isGreaterThan(before);
	}

	@Test
	void learnsNothingFromACallThatMayTakeLong() {
		int before = this.width.now();
		together(before, false, Mono.just(HttpStatus.OK));
		together(1, false, Mono.just(HttpStatus.OK).delayElement(SLOW.multipliedBy(2)));
		assertThat(this.width.now()).isEqualTo(before);
	}

	@Test
	void tellsWhoWaitedTooLongToComeAgain() {
		List<Disposable> held = new ArrayList<>();
		for (int i = 0; i < this.width.now(); i++) {
			held.add(this.calls.run("holder", true, Mono.<HttpStatus>never()).subscribe());
		}
		assertRefused("busy");
		held.forEach(Disposable::dispose);
		assertAllLeft();
	}

	@Test
	void leavesAServiceAloneWhoseBreakerIsOpen() {
		this.breaker.transitionToOpenState();
		assertRefused("temporarily-unavailable");
	}

	@Test
	void reportsEachCallToTheBreakerOnce() {
		together(1, true, Mono.just(HttpStatus.OK));
		together(1, true, Mono.empty());
		together(1, true, Mono.error(new IOException()));
		together(1, false, Mono.error(new IOException()));
		assertThat(this.breaker.getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(2);
		assertThat(this.breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(2);
	}

	@Test
	void givesTheTrialBackOfACallThatIsGivenUp() {
		CircuitBreaker once = CircuitBreaker.of("once",
				CircuitBreakerConfig.custom().permittedNumberOfCallsInHalfOpenState(1).build());
		once.transitionToOpenState();
		once.transitionToHalfOpenState();
		ServiceCalls trials = new ServiceCalls("billing-service",
				new Room(this.width, 100, Duration.ofMillis(300), 100), once, new RefusalLog());
		trials.run("visitor", true, Mono.<HttpStatus>never()).subscribe().dispose();
		Disposable trial = trials.run("visitor", true, Mono.<HttpStatus>never()).subscribe();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> trials.run("visitor", true, Mono.just(HttpStatus.OK)).block(TIMEOUT))
			.satisfies((problem) -> assertThat(problem.problem().code()).isEqualTo("temporarily-unavailable"));
		trial.dispose();
		assertThat(trials.run("visitor", true, Mono.just(HttpStatus.OK)).block(TIMEOUT)).isEqualTo(HttpStatus.OK);
		assertThat(once.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
		assertAllLeft(trials);
	}

	private void assertRefused(String code) {
		Signal<HttpStatus> refused = this.calls.run("visitor", true, Mono.just(HttpStatus.OK))
			.materialize()
			.block(TIMEOUT);
		assertThat(refused).isNotNull();
		assertThat(refused.getThrowable()).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> assertThat(problem.problem().code()).isEqualTo(code));
	}

	/** So many at once that the last is one that needed all the room there is. */
	private void together(int count, boolean isTypical, Mono<HttpStatus> call) {
		together(this.calls, count, isTypical, call);
	}

	private static void together(ServiceCalls calls, int count, boolean isTypical, Mono<HttpStatus> call) {
		Sinks.Empty<Void> start = Sinks.empty();
		List<Mono<Signal<HttpStatus>>> all = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Mono<HttpStatus> one = calls.run("client", isTypical, start.asMono().then(call));
			all.add(one.materialize().cache());
		}
		all.forEach(Mono::subscribe);
		start.tryEmitEmpty();
		all.forEach((one) -> one.block(TIMEOUT));
		assertAllLeft(calls);
	}

	private void assertAllLeft() {
		assertAllLeft(this.calls);
	}

	/** Each leaves just after its answer. */
	private static void assertAllLeft(ServiceCalls calls) {
		Awaitility.await().until(() -> calls.places().inFlight() == 0 && calls.places().waiting() == 0);
	}

}
