package city.plaza.platform.failure;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import org.apache.kafka.common.errors.DisconnectException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.pool.PoolAcquireTimeoutException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Where an error carries another one, the more exact of both decides, wherever it is. */
class OutagePrecedenceTests {

	private static final Throwable REFUSED_STATEMENT = new R2dbcDataIntegrityViolationException("", "23505");

	private static final Throwable SERVER_DOWN = new R2dbcNonTransientResourceException("", "57P01");

	static Stream<Arguments> pairs() {
		Throwable open = CallNotPermittedException.createCallNotPermittedException(CircuitBreaker.ofDefaults("any"));
		return Stream.of(arguments(SERVER_DOWN, new IOException(), Outage.REPORTED),
				arguments(SERVER_DOWN, new TimeoutException(), Outage.REPORTED),
				arguments(REFUSED_STATEMENT, new IOException(), null),
				arguments(REFUSED_STATEMENT, new ConnectException(), null),
				arguments(new CannotCreateTransactionException(""), REFUSED_STATEMENT, Outage.UNREACHABLE),
				arguments(new CannotCreateTransactionException(""), new TimeoutException(), Outage.UNREACHABLE),
				arguments(open, new ConnectException(), Outage.NOT_ASKED),
				arguments(open, new TimeoutException(), Outage.NOT_ASKED),
				arguments(new PoolAcquireTimeoutException(Duration.ZERO), new TimeoutException(), Outage.NOT_ASKED),
				arguments(new ConnectException(), new TimeoutException(), Outage.UNREACHABLE),
				arguments(new ConnectException(), new SocketException(), Outage.UNREACHABLE),
				arguments(new SocketException(), new TimeoutException(), Outage.BROKEN),
				arguments(new DisconnectException(), new TimeoutException(), Outage.REPORTED),
				arguments(new TimeoutException(), new ResponseStatusException(HttpStatus.BAD_GATEWAY), Outage.LATE),
				arguments(new TimeoutException(), request(), Outage.LATE),
				arguments(request(), new IllegalStateException(), Outage.UNEXPLAINED),
				arguments(new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR), new NullPointerException(),
						null));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void doesNotDependOnWhichCarriesWhich(Throwable one, Throwable other, @Nullable Outage outage) {
		assertThat(OutageTable.find(List.of(one, other))).isEqualTo(Optional.ofNullable(outage));
		assertThat(OutageTable.find(List.of(other, one))).isEqualTo(Optional.ofNullable(outage));
	}

	private static Throwable request() {
		return new WebClientRequestException(new IllegalStateException(), HttpMethod.GET, URI.create("http://billing"),
				HttpHeaders.EMPTY);
	}

}
