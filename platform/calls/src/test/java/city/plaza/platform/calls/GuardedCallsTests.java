package city.plaza.platform.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import city.plaza.platform.problem.ProblemException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;

class GuardedCallsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final CircuitBreaker breaker = new CallsAutoConfiguration()
		.circuitBreakers(new Binder(new MapConfigurationPropertySource(Map.of("plaza.calls.breaker.open-for", "1h")))
			.bindOrCreate("plaza.calls", CallsSettings.class))
		.circuitBreaker("billing-service");

	private ServiceCalls calls = room(2, 4);

	@Test
	void neverMakesMoreCallsAtOnceThanThereIsRoomFor() {
		this.calls = room(3, 1_000);
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		Mono<HttpStatusCode> call = Mono.fromSupplier(() -> {
			most.accumulateAndGet(inside.incrementAndGet(), Math::max);
			Thread.onSpinWait();
			inside.decrementAndGet();
			return HttpStatus.OK;
		});
		List<HttpStatusCode> responses = Flux.range(0, 600)
			.flatMap((i) -> this.calls.run("client-" + i % 5, false, call).subscribeOn(Schedulers.boundedElastic()),
					600)
			.collectList()
			.block(TIMEOUT);
		assertThat(responses).hasSize(600);
		assertThat(most.get()).isBetween(1, 3);
		assertAllLeft();
	}

	@Test
	void makesACallOnceForEachSubscriberAndNotBefore() {
		AtomicInteger made = new AtomicInteger();
		Mono<HttpStatusCode> call = this.calls.run("a", false, Mono.fromSupplier(() -> {
			made.incrementAndGet();
			return HttpStatus.OK;
		}));
		assertThat(made).hasValue(0);
		call.block(TIMEOUT);
		call.block(TIMEOUT);
		assertThat(made).hasValue(2);
		assertAllLeft();
	}

	@Test
	void givesBackThePlaceHoweverACallEnds() {
		List<Mono<HttpStatusCode>> ends = List.of(Mono.just(HttpStatus.OK), Mono.empty(), Mono.error(new IOException()),
				Mono.error(new IllegalStateException()), Mono.defer(() -> {
					throw new IllegalArgumentException();
				}), Mono.<HttpStatusCode>never().timeout(Duration.ofMillis(1)));
		for (Mono<HttpStatusCode> end : ends) {
			this.calls.run("a", true, end).onErrorComplete().block(TIMEOUT);
			assertAllLeft();
		}
		Disposable cancelled = this.calls.run("a", true, Mono.<HttpStatusCode>never()).subscribe();
		assertThat(this.calls.places().inFlight()).isOne();
		cancelled.dispose();
		assertAllLeft();
	}

	@Test
	void servesWhoWaitsOnceAPlaceIsFree() {
		Sinks.One<HttpStatusCode> first = Sinks.one();
		List<Disposable> held = fill(first.asMono());
		Mono<HttpStatusCode> waiting = this.calls.run("b", false, Mono.<HttpStatusCode>just(HttpStatus.ACCEPTED))
			.cache();
		waiting.subscribe();
		assertThat(this.calls.places().waiting()).isOne();
		first.tryEmitValue(HttpStatus.OK);
		assertThat(waiting.block(TIMEOUT)).isEqualTo(HttpStatus.ACCEPTED);
		assertThat(held).allMatch(Disposable::isDisposed);
		assertAllLeft();
	}

	@Test
	void forgetsWhoLeavesTheQueue() {
		fill(Mono.never());
		AtomicInteger made = new AtomicInteger();
		Disposable waiting = this.calls.run("b", false, Mono.<HttpStatusCode>fromSupplier(() -> {
			made.incrementAndGet();
			return HttpStatus.OK;
		})).subscribe();
		assertThat(this.calls.places().waiting()).isOne();
		waiting.dispose();
		assertThat(this.calls.places().waiting()).isZero();
		assertThat(made).hasValue(0);
	}

	@Test
	void refusesAtOnceWhereTheQueueIsFull() {
		fill(Mono.never());
		IntStream.range(0, 4).forEach((i) -> this.calls.run("b" + i, false, Mono.<HttpStatusCode>never()).subscribe());
		assertThat(this.calls.places().waiting()).isEqualTo(4);
		assertThat(code(this.calls.run("c", false, Mono.<HttpStatusCode>just(HttpStatus.OK)))).isEqualTo("busy");
		assertThat(this.calls.places().waiting()).isEqualTo(4);
	}

	@Test
	void doesNotMakeACallWhoseServiceFailedWhileItWaited() {
		Sinks.One<HttpStatusCode> first = Sinks.one();
		fill(first.asMono());
		AtomicInteger made = new AtomicInteger();
		Mono<String> waiting = Mono
			.fromSupplier(() -> code(this.calls.run("b", false, Mono.<HttpStatusCode>fromSupplier(() -> {
				made.incrementAndGet();
				return HttpStatus.OK;
			}))))
			.subscribeOn(Schedulers.boundedElastic())
			.cache();
		waiting.subscribe();
		Awaitility.await().until(() -> this.calls.places().waiting() == 1);
		this.breaker.transitionToOpenState();
		first.tryEmitValue(HttpStatus.OK);
		assertThat(waiting.block(TIMEOUT)).isEqualTo("temporarily-unavailable");
		assertThat(made).hasValue(0);
		assertAllLeft();
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 504 })
	void leavesAServiceAloneThatFailsHalfOfItsCalls(int status) {
		respond(200, 5);
		respond(status, 4);
		assertThat(this.breaker.getState()).as("fewer than ten are not judged").isEqualTo(CircuitBreaker.State.CLOSED);
		respond(status, 1);
		assertThat(this.breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
		assertThat(code(this.calls.run("a", false, Mono.<HttpStatusCode>just(HttpStatus.OK))))
			.isEqualTo("temporarily-unavailable");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 302, 400, 401, 404, 429, 501, 503 })
	void goesOnAskingAServiceThatRefuses(int status) {
		respond(status, 40);
		assertThat(this.breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
	}

	@Test
	void goesOnAskingWhereTheFaultIsNotTheServices() {
		for (int i = 0; i < 40; i++) {
			this.calls.run("a", false, Mono.<HttpStatusCode>error(new Uncounted(new IOException())))
				.onErrorComplete()
				.block(TIMEOUT);
			this.calls.run("a", false, Mono.<HttpStatusCode>error(new IllegalStateException()))
				.onErrorComplete()
				.block(TIMEOUT);
		}
		assertThat(this.breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
	}

	private void respond(int status, int times) {
		for (int i = 0; i < times; i++) {
			this.calls.run("a", false, Mono.just(HttpStatusCode.valueOf(status))).block(TIMEOUT);
		}
	}

	private List<Disposable> fill(Mono<HttpStatusCode> call) {
		return IntStream.range(0, 2).mapToObj((i) -> this.calls.run("holder-" + i, false, call).subscribe()).toList();
	}

	private ServiceCalls room(int width, int waiting) {
		return new ServiceCalls("billing-service", new Room(Width.fixed(width), waiting, TIMEOUT, 100), this.breaker,
				new RefusalLog());
	}

	private static String code(Mono<HttpStatusCode> call) {
		return call.map(HttpStatusCode::toString)
			.onErrorResume(ProblemException.class, (refused) -> Mono.just(refused.problem().code()))
			.block(TIMEOUT);
	}

	/** Each leaves just after its response. */
	private void assertAllLeft() {
		Awaitility.await()
			.pollInterval(Duration.ofMillis(5))
			.until(() -> this.calls.places().inFlight() == 0 && this.calls.places().waiting() == 0);
	}

}
