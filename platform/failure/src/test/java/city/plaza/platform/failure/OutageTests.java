package city.plaza.platform.failure;

import java.io.CharConversionException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.handler.timeout.ReadTimeoutException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class OutageTests {

	private static final String SHADED = "reactor.netty.internal.shaded.reactor.pool.";

	static Stream<Arguments> outages() throws Exception {
		return Stream.of(arguments(new ConnectException(), Outage.UNREACHABLE),
				arguments(new UnknownHostException(), Outage.UNREACHABLE),
				arguments(new NoRouteToHostException(), Outage.UNREACHABLE),
				arguments(new R2dbcTimeoutException("no connection within 1 s"), Outage.UNREACHABLE),
				arguments(new CannotCreateTransactionException(""), Outage.UNREACHABLE),
				arguments(new SocketException(), Outage.BROKEN), arguments(new ClosedChannelException(), Outage.BROKEN),
				arguments(new SSLHandshakeException(""), Outage.BROKEN),
				arguments(PrematureCloseException.TEST_EXCEPTION, Outage.BROKEN),
				arguments(AbortedException.beforeSend(), Outage.BROKEN),
				arguments(new IOException("Broken pipe"), Outage.BROKEN),
				arguments(new R2dbcTransientResourceException(), Outage.BROKEN),
				arguments(new R2dbcNonTransientResourceException("closed"), Outage.BROKEN),
				arguments(new TransientDataAccessResourceException(""), Outage.BROKEN),
				arguments(new DataAccessResourceFailureException(""), Outage.BROKEN),
				arguments(new TimeoutException(), Outage.LATE), arguments(ReadTimeoutException.INSTANCE, Outage.LATE),
				arguments(new SocketTimeoutException(), Outage.LATE),
				arguments(new QueryTimeoutException(""), Outage.LATE),
				arguments(new R2dbcTimeoutException("", "57014"), Outage.LATE),
				arguments(new NotLeaderOrFollowerException(), Outage.REPORTED),
				arguments(new org.apache.kafka.common.errors.TimeoutException(), Outage.REPORTED),
				arguments(response(502), Outage.REPORTED), arguments(response(503), Outage.REPORTED),
				arguments(response(504), Outage.REPORTED),
				arguments(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT), Outage.REPORTED),
				arguments(CallNotPermittedException.createCallNotPermittedException(CircuitBreaker.ofDefaults("any")),
						Outage.NOT_ASKED),
				arguments(new PoolAcquireTimeoutException(Duration.ofSeconds(1)), Outage.NOT_ASKED),
				arguments(new PoolAcquirePendingLimitException(1), Outage.NOT_ASKED),
				arguments(shaded("PoolAcquireTimeoutException", Duration.class, Duration.ofSeconds(1)),
						Outage.NOT_ASKED),
				arguments(shaded("PoolAcquirePendingLimitException", int.class, 1), Outage.NOT_ASKED),
				arguments(request(new IllegalStateException()), Outage.UNEXPLAINED));
	}

	static Stream<Throwable> others() {
		return Stream.of(new IllegalStateException(), new NullPointerException(), new IllegalArgumentException(),
				new OptimisticLockingFailureException(""), new RecordTooLargeException(),
				new NoSuchFileException("/imports/1.csv"), new CharConversionException(), response(500), response(404),
				new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR));
	}

	@ParameterizedTest
	@MethodSource("outages")
	void knowsTheKindOfAnOutage(Throwable error, Outage kind) {
		assertThat(Outage.of(error)).contains(kind);
		assertThat(Outage.of(new IllegalStateException("around it", error))).contains(kind);
	}

	@ParameterizedTest
	@MethodSource("others")
	void takesNothingElseForAnOutage(Throwable error) {
		assertThat(Outage.of(error)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "08000", "08006", "53100", "53200", "53300", "57P01", "57P02", "57P03", "40001", "40P01",
			"55P03", "25006", "58030" })
	void believesAServerThatIsDownFullOrBusy(String state) {
		assertThat(Outage.of(new R2dbcDataIntegrityViolationException("", state))).contains(Outage.REPORTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "22001", "23505", "25P03", "28P01", "40002", "42P01", "54000", "XX000", "P0001" })
	void believesAServerThatRefusesForAnotherReason(String state) {
		// Whatever class the driver and Spring make of it.
		assertThat(Outage.of(new R2dbcNonTransientResourceException("", state))).isEmpty();
		assertThat(Outage.of(new DataAccessResourceFailureException("", new R2dbcTimeoutException("", state))))
			.isEmpty();
	}

	@Test
	void countsATransactionThatCouldNotBeginWhateverTheState() {
		Exception wrongPassword = new R2dbcNonTransientResourceException("", "28P01");
		assertThat(Outage.of(new CannotCreateTransactionException("", wrongPassword))).contains(Outage.UNREACHABLE);
	}

	@Test
	void tellsTheReasonOfACallFromTheCallThatCarriesIt() {
		assertThat(Outage.of(request(new ConnectException()))).contains(Outage.UNREACHABLE);
		assertThat(Outage.of(request(new PoolAcquireTimeoutException(Duration.ofSeconds(1)))))
			.contains(Outage.NOT_ASKED);
	}

	@Test
	void worksWithoutTheLibrariesThatAProcessDoesNotHave() throws Exception {
		URL classes = OutageTable.class.getProtectionDomain().getCodeSource().getLocation();
		try (URLClassLoader alone = new URLClassLoader(new URL[] { classes }, ClassLoader.getPlatformClassLoader())) {
			Object found = alone.loadClass(Outage.class.getName())
				.getMethod("of", Throwable.class)
				.invoke(null, new ConnectException());
			assertThat(found).hasToString("Optional[UNREACHABLE]");
		}
	}

	private static WebClientRequestException request(Throwable cause) {
		return new WebClientRequestException(cause, HttpMethod.GET, URI.create("http://billing"), HttpHeaders.EMPTY);
	}

	private static WebClientResponseException response(int status) {
		return WebClientResponseException.create(status, "", HttpHeaders.EMPTY, new byte[0], null);
	}

	/** Those of Reactor Netty's own copy of the pool. */
	private static Throwable shaded(String name, Class<?> parameter, Object argument)
			throws ReflectiveOperationException {
		return (Throwable) Class.forName(SHADED + name).getConstructor(parameter).newInstance(argument);
	}

}
