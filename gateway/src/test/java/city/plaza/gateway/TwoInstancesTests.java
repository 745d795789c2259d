package city.plaza.gateway;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.netty.handler.codec.http.HttpMethod;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;

import static org.assertj.core.api.Assertions.assertThat;

/** One of two instances goes: residents do not notice. */
class TwoInstancesTests extends LoadTest {

	private static final String PATH = "/api/v1/customer-links";

	@Test
	void killingOneCostsNoQuestionAndNoChangeWithAKey() {
		one.takes(Duration.ofMillis(20));
		two.takes(Duration.ofMillis(20));
		AtomicBoolean over = new AtomicBoolean();
		Mono<List<Integer>> load = Flux.range(0, 6)
			.flatMap((client) -> (client % 2 == 0 ? ask(PATH).map(Answer::status) : change("key-" + client))
				.repeat(() -> !over.get()))
			.collectList()
			.cache();
		load.subscribe();
		Awaitility.await().until(() -> one.calls() > 20 && two.calls() > 20);
		one.kill();
		int served = two.calls();
		Awaitility.await().until(() -> two.calls() > served + 100);
		one.restart();
		int again = one.calls();
		Awaitility.await().until(() -> one.calls() > again + 20);
		over.set(true);
		assertThat(load.block()).hasSizeGreaterThan(150).containsOnly(200);
	}

	@Test
	void doesAChangeWithoutAKeyAtMostOnce() {
		one.breaks(true);
		two.breaks(true);
		int before = one.calls() + two.calls();
		assertThat(change(null).block()).isEqualTo(503);
		assertThat(one.calls() + two.calls() - before).isEqualTo(1);
		assertThat(change("key-1").block()).isEqualTo(503);
		assertThat(one.calls() + two.calls() - before).isEqualTo(3);
	}

	@Test
	void passesOverAFrozenInstanceAndHoldsItNotAgainstTheOther() {
		one.freeze();
		assertThat(atOnce(40, PATH)).allMatch(Answer::isServedOrPolite)
			.filteredOn((answer) -> answer.status() == 200)
			.hasSizeGreaterThanOrEqualTo(10);
		assertThat(this.breakers.circuitBreaker("account-link-service").getState()).isEqualTo(State.CLOSED);
		assertThat(atOnce(30, PATH)).allMatch((answer) -> answer.status() == 200);
	}

	@Test
	void findsOutHowAFrozenInstanceIsAtNobodysCost() {
		Awaitility.await().until(() -> ask(PATH).thenReturn(one.calls() > 10 && two.calls() > 10).block());
		one.freeze();
		atOnce(40, PATH);
		int tried = one.calls();
		AtomicBoolean over = new AtomicBoolean();
		Mono<List<Integer>> load = Flux.range(0, 6)
			.flatMap((client) -> ask(PATH).map(Answer::status).repeat(() -> !over.get()))
			.collectList()
			.cache();
		load.subscribe();
		Awaitility.await().until(() -> one.calls() >= tried + 2);
		one.thaw();
		Awaitility.await().until(() -> one.calls() > tried + 100);
		over.set(true);
		assertThat(load.block()).containsOnly(200);
	}

	private Mono<Integer> change(@Nullable String key) {
		return answer(visitor.headers((headers) -> {
			if (key != null) {
				headers.set("Idempotency-Key", key);
			}
			headers.set("Content-Length", 2);
		})
			.request(HttpMethod.POST)
			.uri("http://127.0.0.1:" + this.port + PATH)
			.send(ByteBufFlux.fromString(Mono.just("{}")))).map(Answer::status);
	}

}
