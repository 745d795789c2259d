package city.plaza.platform.calls;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InstanceWatchTests {

	private static final URI ONE = URI.create("http://one:80/");

	private static final URI TWO = URI.create("http://two:80/");

	private final Instances instances = new Instances(Duration.ofHours(1));

	private final InstanceWatch watch = watch(true);

	@BeforeEach
	void twoInstances() {
		List<ServiceInstance> both = List.of(new DefaultServiceInstance("1", "bills", "one", 80, false),
				new DefaultServiceInstance("2", "bills", "two", 80, false));
		this.instances.worthTrying("bills", both, true);
	}

	@Test
	void excusesTheServiceWhileAnotherInstanceIsWell() {
		this.watch.chosen(ONE);
		assertThat(this.watch.ended(new ConnectException())).isInstanceOf(Uncounted.class)
			.hasCauseInstanceOf(ConnectException.class);
		this.watch.chosen(TWO);
		assertThat(this.watch.ended(new TimeoutException())).isInstanceOf(TimeoutException.class);
	}

	@Test
	void holdsNothingAgainstAnInstanceThatWasNotTheReason() {
		this.watch.chosen(ONE);
		for (Throwable error : List.of(new IllegalStateException(), Refusals.busy(),
				new Uncounted(new ConnectException()))) {
			assertThat(this.watch.ended(error)).isSameAs(error);
			this.watch.refused(error);
		}
		assertThat(this.instances.areAllWell()).isTrue();
	}

	@Test
	void holdsNothingAgainstAnyoneBeforeAnInstanceIsChosen() {
		Throwable error = new ConnectException();
		assertThat(this.watch.ended(error)).isSameAs(error);
		this.watch.responded();
		this.watch.chosen(null);
		this.watch.refused(error);
		assertThat(this.instances.areAllWell()).isTrue();
	}

	@Test
	void countsTheResponseOfTheTryThatFollowsAFailure() {
		this.watch.chosen(ONE);
		this.watch.refused(new ConnectException());
		assertThat(this.instances.isOnTrial(ONE)).isTrue();
		this.watch.responded();
		assertThat(this.instances.isOnTrial(ONE)).isFalse();
	}

	@Test
	void countsNoResponseOfACallThatBeganBeforeTheFailure() {
		this.watch.chosen(ONE);
		InstanceWatch other = watch(true);
		other.chosen(ONE);
		other.refused(new ConnectException());
		this.watch.responded();
		assertThat(this.instances.isOnTrial(ONE)).isTrue();
	}

	@Test
	void endsATryOnTrialEarlyWhichIsRepeatedElsewhere() {
		this.instances.failed(ONE);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.watch.endingEarly(Mono.never(), () -> ONE).block(Duration.ofSeconds(10)))
			.withCauseInstanceOf(OnTrial.class);
	}

	@Test
	void givesEveryOtherTryItsTime() {
		Mono<String> slow = Mono.delay(Duration.ofMillis(30)).thenReturn("response");
		assertThat(early(this.watch, slow, ONE)).as("all are well").isEqualTo("response");
		this.instances.failed(ONE);
		assertThat(early(this.watch, slow, TWO)).as("this one is well").isEqualTo("response");
		assertThat(early(this.watch, slow, null)).as("none is chosen").isEqualTo("response");
		assertThat(early(watch(false), slow, ONE)).as("it cannot be asked again").isEqualTo("response");
		this.instances.failed(TWO);
		assertThat(early(this.watch, slow, ONE)).as("no other is well").isEqualTo("response");
	}

	@Test
	void learnsOfEveryCallThatCarriesIt() {
		ClientRequest call = ClientRequest.create(HttpMethod.GET, ONE).build();
		ExchangeFunction failing = (request) -> Mono.error(new ConnectException());
		ExchangeFunction good = (request) -> Mono.just(ClientResponse.create(HttpStatus.INTERNAL_SERVER_ERROR).build());
		Watching filter = new Watching();
		filter.filter(call, failing).onErrorComplete().block();
		assertThat(this.instances.areAllWell()).as("a call without a watch").isTrue();
		filter.filter(Watching.by(this.watch, call), failing).onErrorComplete().block();
		assertThat(this.instances.isOnTrial(ONE)).isTrue();
		filter.filter(Watching.by(this.watch, call), good).block();
		assertThat(this.instances.isOnTrial(ONE)).as("whatever the response, it is up").isFalse();
	}

	private static @Nullable String early(InstanceWatch watch, Mono<String> attempt, @Nullable URI address) {
		return watch.endingEarly(attempt, () -> address).block(Duration.ofSeconds(10));
	}

	private InstanceWatch watch(boolean isQuestion) {
		return new InstanceWatch(this.instances, isQuestion, Duration.ofMillis(1));
	}

}
