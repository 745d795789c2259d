package city.plaza.gateway;

import java.time.Duration;
import java.util.List;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** Many at once, and services that fail. */
class LoadTests extends LoadTest {

	@ParameterizedTest
	@CsvSource({ "40, /api/v1/payments", "200, /api/v1/payments", "40, /", "200, /sign-in" })
	void servesAllWhoComeAtOnce(int visitors, String path) {
		billing.takes(Duration.ofMillis(20));
		portal.takes(Duration.ofMillis(20));
		assertThat(atOnce(visitors, path)).allMatch((answer) -> answer.status() == 200);
		assertThat(atOnce(5, path)).allMatch((answer) -> answer.status() == 200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/payments", "/" })
	void refusesPolitelyWhatIsTooMuchAndServesTheRest(String path) {
		billing.takes(Duration.ofMillis(100));
		portal.takes(Duration.ofMillis(100));
		List<Answer> answers = atOnce(1000, path);
		assertThat(answers).hasSize(1000).allMatch(Answer::isServedOrPolite);
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSizeGreaterThanOrEqualTo(60);
		assertThat(atOnce(5, path)).allMatch((answer) -> answer.status() == 200);
	}

	@Test
	void servesOthersWhileOneFloods() {
		billing.takes(Duration.ofMillis(200));
		Mono<List<Answer>> flood = Flux.range(0, 1000)
			.flatMap((any) -> ask("/api/v1/payments"), 1000)
			.collectList()
			.cache();
		flood.subscribe();
		Awaitility.await().until(() -> billing.calls() > 50);
		for (int i = 0; i < 5; i++) {
			assertThat(ask(neighbour, "/api/v1/payments").block()).extracting(Answer::status).isEqualTo(200);
		}
		assertThat(flood.block()).allMatch(Answer::isServedOrPolite);
	}

	@Test
	void leavesAFrozenServiceAloneAndIsBackSoonAfterItThaws() {
		billing.freeze();
		assertThat(atOnce(60, "/api/v1/payments")).allMatch(Answer::isPolite);
		int asked = billing.calls();
		assertThat(atOnce(100, "/api/v1/payments")).allMatch(Answer::isPolite)
			.allMatch((answer) -> answer.type().equals("application/problem+json"));
		assertThat(billing.calls() - asked).as("tries of a service that is left alone").isLessThanOrEqualTo(20);
		assertThat(atOnce(40, "/api/v1/me")).allMatch((answer) -> answer.status() == 200);
		billing.thaw();
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> atOnce(20, "/api/v1/payments").stream().allMatch((answer) -> answer.status() == 200));
	}

	@Test
	void showsAPageWhileThePortalIsFrozen() {
		portal.freeze();
		atOnce(30, "/");
		assertThat(atOnce(10, "/")).allMatch(Answer::isPolite)
			.allMatch((answer) -> answer.type().startsWith("text/html"));
		assertThat(atOnce(10, "/api/v1/payments")).allMatch((answer) -> answer.status() == 200);
	}

	@Test
	void holdsNoBadBodyAgainstTheService() {
		List<Answer> tooLarge = Flux.range(0, 30)
			.flatMap((any) -> post(Flux.range(0, 10).map((part) -> new byte[10 * 1024])))
			.collectList()
			.block();
		assertThat(tooLarge).allMatch((answer) -> answer.status() == 413);
		Flux.range(0, 30)
			.flatMap((any) -> post(Flux.concat(Flux.just(new byte[100]), Flux.error(new IllegalStateException())))
				.onErrorComplete())
			.then()
			.block();
		assertThat(atOnce(5, "/api/v1/payments")).allMatch((answer) -> answer.status() == 200);
	}

	@Test
	void holdsNobodyWhoLeftAgainstTheService() {
		billing.takes(Duration.ofMillis(300));
		Flux.range(0, 200)
			.flatMap((any) -> ask("/api/v1/payments").timeout(Duration.ofMillis(100)).onErrorComplete(), 200)
			.then()
			.block();
		assertThat(atOnce(40, "/api/v1/payments")).allMatch((answer) -> answer.status() == 200);
	}

	@ParameterizedTest
	@CsvSource({ "500, true", "502, true", "504, true", "503, false", "429, false", "404, false" })
	void countsWhatTheServiceFailsAtAndNothingElse(int status, boolean isHeldAgainstIt) {
		billing.answers(status);
		atOnce(30, "/api/v1/payments");
		assertThat(this.breakers.circuitBreaker("billing-service").getState() == State.CLOSED)
			.isNotEqualTo(isHeldAgainstIt);
	}

}
