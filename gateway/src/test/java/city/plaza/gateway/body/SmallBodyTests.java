package city.plaza.gateway.body;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import city.plaza.platform.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** Both ways to take a body, without a connection. */
class SmallBodyTests {

	private static final DataSize LIMIT = DataSize.ofBytes(2_048);

	private final HeldBytes held = new HeldBytes(DataSize.ofBytes(3_000));

	private final GatewayFilter small = new SmallBody(LIMIT, Duration.ofSeconds(20), this.held);

	private final GatewayFilter file = new BodyLimit(LIMIT);

	private final AtomicReference<ServerHttpRequest> inwards = new AtomicReference<>();

	/** How often the body was asked for. */
	private final AtomicInteger read = new AtomicInteger();

	@AfterEach
	void holdsNothingAfterwards() {
		// Given back on the thread of the deadline, just after the refusal.
		await().untilAsserted(() -> assertThat(this.held.now()).isZero());
	}

	@Test
	void givesBackWhatComesWhileTheDeadlineEnds() {
		GatewayFilter hasty = new SmallBody(LIMIT, Duration.ofMillis(1), this.held);
		for (int round = 0; round < 200; round++) {
			Flux<DataBuffer> racing = parts(2, 10).delaySequence(Duration.ofMillis(1));
			assertThatExceptionOfType(ProblemException.class).isThrownBy(
					() -> hasty.filter(exchange(chunked(), racing.concatWith(Mono.never())), this::passed).block());
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 2048", "2048, 1", "8, 256", "3, 0", "100, 20" })
	void passesOnUpToTheLimitWhole(int parts, int size) {
		for (boolean isAnnounced : new boolean[] { true, false }) {
			assertThat(sent(this.small, isAnnounced, parts(parts, size))).isEqualTo("x".repeat(parts * size));
			assertThat(sent(this.file, isAnnounced, parts(parts, size))).isEqualTo("x".repeat(parts * size));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 2049", "2049, 1", "2, 1025", "1, 100000" })
	void refusesMoreAnnouncedOrNot(int parts, int size) {
		for (GatewayFilter filter : List.of(this.small, this.file)) {
			this.read.set(0);
			assertRefused(filter, true, parts(parts, size), 413, "request-too-large");
			assertThat(this.read).as("what is announced is not read").hasValue(0);
			assertRefused(filter, false, parts(parts, size), 413, "request-too-large");
		}
	}

	@Test
	void asksForNoBodyWhereThereIsNone() {
		for (HttpHeaders headers : List.of(new HttpHeaders(), length(0))) {
			this.small.filter(exchange(headers, parts(1, 5)), this::passed).block();
			assertThat(this.read).hasValue(0);
		}
	}

	@Test
	void tellsAServiceTheLengthThatTheBodyHas() {
		assertThat(sent(this.small, false, parts(3, 7))).hasSize(21);
		HttpHeaders headers = this.inwards.get().getHeaders();
		assertThat(headers.getContentLength()).isEqualTo(21);
		assertThat(headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)).isFalse();
		assertThat(headers.containsHeader(HttpHeaders.EXPECT)).isFalse();
	}

	@Test
	void canSendItAgain() {
		sent(this.small, true, parts(2, 4));
		assertThat(text(this.inwards.get())).isEqualTo("xxxxxxxx").isEqualTo(text(this.inwards.get()));
		assertThat(this.read).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void takesABodyThatBreaksOffForBroken(int parts) {
		Flux<DataBuffer> broken = parts(parts, 10).concatWith(Mono.error(new IllegalStateException("reset")));
		for (GatewayFilter filter : List.of(this.small, this.file)) {
			assertRefused(filter, false, broken, 400, "malformed-request");
		}
	}

	@Test
	void waitsNoLongerThanItsDeadline() {
		GatewayFilter hasty = new SmallBody(LIMIT, Duration.ofMillis(20), this.held);
		MockServerWebExchange exchange = exchange(chunked(), parts(2, 10).concatWith(Mono.never()));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> hasty.filter(exchange, this::passed).block())
			.satisfies((refusal) -> assertThat(refusal.problem().status().value()).isEqualTo(408));
		assertThat(exchange.getResponse().getHeaders().getFirst(HttpHeaders.CONNECTION)).isEqualTo("close");
		assertThat(this.inwards).hasNullValue();
	}

	@Test
	void hasNoRoomWhileOthersHoldIt() {
		this.held.take(2_000);
		assertRefused(this.small, false, parts(2, 600), 503, "temporarily-unavailable");
		assertThat(this.held.now()).isEqualTo(2_000);
		assertThat(sent(this.small, false, parts(2, 500))).hasSize(1_000);
		this.held.giveBack(2_000);
	}

	@Test
	void holdsTheBytesUntilTheServiceHasResponded() {
		AtomicReference<Long> during = new AtomicReference<>(0L);
		this.small.filter(exchange(length(30), parts(3, 10)), (exchange) -> {
			during.set(this.held.now());
			return Mono.empty();
		}).block();
		assertThat(during).hasValue(30L);
		assertThatIllegalStateException().isThrownBy(() -> this.small
			.filter(exchange(length(30), parts(3, 10)), (exchange) -> Mono.error(new IllegalStateException("down")))
			.block());
		assertThatIllegalStateException()
			.isThrownBy(() -> this.small.filter(exchange(length(30), parts(3, 10)), (exchange) -> Mono.never())
				.block(Duration.ofMillis(20)));
	}

	private void assertRefused(GatewayFilter filter, boolean isAnnounced, Flux<DataBuffer> body, int status,
			String code) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> sent(filter, isAnnounced, body))
			.satisfies((refusal) -> {
				assertThat(refusal.problem().status().value()).isEqualTo(status);
				assertThat(refusal.problem().code()).isEqualTo(code);
			});
	}

	/** What a service reads of it. */
	private String sent(GatewayFilter filter, boolean isAnnounced, Flux<DataBuffer> body) {
		long length = isAnnounced ? body.map(DataBuffer::readableByteCount).reduce(0, Integer::sum).block() : 0;
		StringBuilder seen = new StringBuilder();
		filter.filter(exchange(isAnnounced ? length(length) : chunked(), body), (exchange) -> {
			this.inwards.set(exchange.getRequest());
			return exchange.getRequest()
				.getBody()
				.doOnNext((part) -> seen.append(part.toString(StandardCharsets.UTF_8)))
				.then();
		}).block();
		return seen.toString();
	}

	private Mono<Void> passed(ServerWebExchange exchange) {
		this.inwards.set(exchange.getRequest());
		return Mono.empty();
	}

	private MockServerWebExchange exchange(HttpHeaders headers, Flux<DataBuffer> body) {
		return MockServerWebExchange.from(MockServerHttpRequest.post("/x")
			.headers(headers)
			.body(body.doOnSubscribe((begin) -> this.read.incrementAndGet())));
	}

	private static HttpHeaders length(long length) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentLength(length);
		return headers;
	}

	private static HttpHeaders chunked() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.TRANSFER_ENCODING, "chunked");
		headers.set(HttpHeaders.EXPECT, "100-continue");
		return headers;
	}

	private static Flux<DataBuffer> parts(int count, int size) {
		return Flux.range(0, count)
			.map((n) -> DefaultDataBufferFactory.sharedInstance
				.wrap("x".repeat(size).getBytes(StandardCharsets.UTF_8)));
	}

	private static String text(ServerHttpRequest request) {
		return String.valueOf(
				DataBufferUtils.join(request.getBody()).map((whole) -> whole.toString(StandardCharsets.UTF_8)).block());
	}

}
