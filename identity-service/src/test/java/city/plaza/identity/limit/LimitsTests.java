package city.plaza.identity.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.secret.Hash;
import city.plaza.platform.testing.PlazaTest;
import io.r2dbc.spi.ConnectionFactories;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class LimitsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final Window FIVE_AN_HOUR = new Window(5, Duration.ofHours(1));

	private static final Streak THIRD_WAITS = new Streak(
			List.of(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(1)), Duration.ofHours(1));

	private final Hash key = Hash.ofNothing();

	@Autowired
	private Limits limits;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Clock clock;

	@Autowired
	private R2dbcConnectionDetails connection;

	@Autowired
	private IdentityFixture fixture;

	@Test
	void takesExactlySoManyOfTwoHundredAtOnceOnTwoInstances() {
		Limits other = new Limits(
				DatabaseClient.create(ConnectionFactories.get(this.connection.getConnectionFactoryOptions())),
				this.clock);
		long taken = count(Flux.range(0, 200)
			.flatMap((number) -> (number % 2 == 0 ? this.limits : other).take(this.key, FIVE_AN_HOUR), 20));
		assertThat(taken).isEqualTo(5);
		Hash streak = Hash.ofNothing();
		long tried = count(Flux.range(0, 200)
			.flatMap((number) -> (number % 2 == 0 ? this.limits : other).count(streak, THIRD_WAITS), 20));
		assertThat(tried).isEqualTo(3);
	}

	@Test
	void beginsANewWindowWhenTheOneBeforeEnds() {
		IntStream.range(0, 5).forEach((number) -> assertThat(take()).isZero());
		this.fixture.clock().pass(Duration.ofMinutes(59));
		assertThat(take()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
		assertThat(get(this.limits.look(this.key, FIVE_AN_HOUR))).isBetween(Duration.ofSeconds(1),
				Duration.ofMinutes(1));
		this.fixture.clock().pass(Duration.ofMinutes(1));
		assertThat(get(this.limits.look(this.key, FIVE_AN_HOUR))).isZero();
		IntStream.range(0, 5).forEach((number) -> assertThat(take()).isZero());
		assertThat(take()).isPositive();
	}

	@Test
	void takesAgainWhatWasGivenBack() {
		IntStream.range(0, 5).forEach((number) -> take());
		get(this.limits.giveBack(this.key).thenReturn(true));
		assertThat(take()).isZero();
		assertThat(take()).isPositive();
	}

	@Test
	void letsAStreakWaitLongerAndForgetsIt() {
		IntStream.range(0, 3).forEach((number) -> assertThat(fail()).isZero());
		assertThat(fail()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
		this.fixture.clock().pass(Duration.ofSeconds(30));
		assertThat(fail()).isZero();
		assertThat(fail()).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
		this.fixture.clock().pass(Duration.ofHours(1));
		IntStream.range(0, 3).forEach((number) -> assertThat(fail()).isZero());
		assertThat(get(this.limits.forget(this.key))).isTrue();
		assertThat(get(this.limits.forget(this.key))).isFalse();
		assertThat(fail()).isZero();
	}

	@Test
	void removesWhatMeansNothingAnyMoreInSteps() {
		IntStream.range(0, 3).forEach((number) -> get(this.limits.take(Hash.ofNothing(), FIVE_AN_HOUR)));
		this.fixture.clock().pass(Duration.ofHours(2));
		take();
		assertThat(get(this.limits.removeSome(2))).isEqualTo(2);
		get(new RemoveOldLimits(this.limits).remove().thenReturn(true));
		long left = get(this.database.sql("select count(*) as n from rate_limit where forget_at <= :now")
			.bind("now", this.clock.instant().minusSeconds(60))
			.map((row) -> row.get("n", Long.class))
			.one());
		assertThat(left).isZero();
		assertThat(get(this.limits.forget(this.key))).isTrue();
	}

	private Duration take() {
		return get(this.limits.take(this.key, FIVE_AN_HOUR));
	}

	private Duration fail() {
		return get(this.limits.count(this.key, THIRD_WAITS));
	}

	private static long count(Flux<Duration> waits) {
		return get(waits.filter(Duration::isZero).count());
	}

	private static <T> T get(Mono<T> value) {
		T got = value.block(TIMEOUT);
		assertThat(got).isNotNull();
		return got;
	}

}
