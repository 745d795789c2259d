package city.plaza.platform.calls;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import city.plaza.platform.problem.Problem;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceFailuresTests {

	static Stream<Throwable> ofTheService() {
		return Stream.of(new ConnectException(), new IOException("Broken pipe"), new TimeoutException(),
				new SocketTimeoutException(), new OnTrial(), request(new ConnectException()),
				new IllegalStateException(new TimeoutException()));
	}

	static Stream<Throwable> ofOthers() {
		return Stream.of(new NullPointerException(), new DecodingException("a bad body"),
				CallNotPermittedException.createCallNotPermittedException(CircuitBreaker.ofDefaults("any")),
				Refusals.busy(), Problem.unavailable().asException(), request(new IllegalStateException()),
				WebClientResponseException.create(503, "", HttpHeaders.EMPTY, new byte[0], null),
				new Uncounted(new ConnectException()),
				new IllegalStateException(new Uncounted(new TimeoutException())));
	}

	@ParameterizedTest
	@MethodSource("ofTheService")
	void blamesTheServiceForWhatItFailedAtItself(Throwable error) {
		assertThat(ServiceFailures.isFailure(error)).isTrue();
		assertThat(ServiceFailures.isFailure(new Uncounted(error))).isFalse();
	}

	@ParameterizedTest
	@MethodSource("ofOthers")
	void blamesItForNothingElse(Throwable error) {
		assertThat(ServiceFailures.isFailure(error)).isFalse();
	}

	@Test
	void countsThreeStatusesOfAllAndNoOtherValue() {
		assertThat(IntStream.range(100, 1000).filter((code) -> ServiceFailures.isFailure(HttpStatusCode.valueOf(code))))
			.containsExactly(500, 502, 504);
		assertThat(IntStream.range(100, 600).filter((code) -> ServiceFailures.isFailure((Object) response(code))))
			.containsExactly(500, 502, 504);
		assertThat(ServiceFailures.isFailure("500")).isFalse();
		assertThat(ServiceFailures.isFailure((Object) 500)).isFalse();
	}

	@Test
	void unwrapsOnlyWhatItWrapped() {
		Throwable cause = new ConnectException("10.0.0.7");
		assertThat(Uncounted.unwrap(new Uncounted(cause))).isSameAs(cause);
		assertThat(Uncounted.unwrap(cause)).isSameAs(cause);
		Throwable around = new IllegalStateException(new Uncounted(cause));
		assertThat(Uncounted.unwrap(around)).isSameAs(around);
		assertThat(new Uncounted(cause).getStackTrace()).isEmpty();
	}

	@Test
	void asksToComeBackWithinSecondsAndNotAllAtOnce() {
		assertThat(Stream.generate(Refusals::busy).limit(200)).allSatisfy((refusal) -> {
			assertThat(refusal.problem().code()).isEqualTo("busy");
			assertThat(refusal.problem().status().value()).isEqualTo(503);
		})
			.extracting((refusal) -> refusal.problem().retryAfter().toSeconds())
			.contains(1L, 2L, 3L)
			.allSatisfy((seconds) -> assertThat(seconds).isBetween(1L, 3L));
		assertThat(Refusals.leftAlone().problem().code()).isEqualTo(Problem.unavailable().code());
	}

	@ParameterizedTest
	@CsvSource({ "GET, false, true, true", "HEAD, false, true, true", "POST, false, false, false",
			"POST, true, false, true", "PUT, false, false, false", "PATCH, true, false, true",
			"DELETE, false, false, false", "OPTIONS, false, false, false", "get, false, false, false" })
	void knowsWhatMayBeAskedTwice(String method, boolean hasKey, boolean isQuestion, boolean isHarmless) {
		HttpHeaders headers = new HttpHeaders();
		if (hasKey) {
			headers.set("idempotency-key", "1");
		}
		assertThat(Repeats.isQuestion(HttpMethod.valueOf(method))).isEqualTo(isQuestion);
		assertThat(Repeats.isHarmless(HttpMethod.valueOf(method), headers)).isEqualTo(isHarmless);
	}

	private static ClientResponse response(int code) {
		return ClientResponse.create(HttpStatusCode.valueOf(code)).build();
	}

	private static Throwable request(Throwable cause) {
		return new WebClientRequestException(cause, HttpMethod.GET, URI.create("http://billing"), HttpHeaders.EMPTY);
	}

}
