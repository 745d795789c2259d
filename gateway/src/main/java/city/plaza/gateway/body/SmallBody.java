package city.plaza.gateway.body;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import city.plaza.platform.problem.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;

/**
 * Reads a body whole and in time before anything behind the gateway is asked. What is
 * behind never waits for a client, and a request can be sent again to another instance.
 */
class SmallBody implements GatewayFilter {

	/** Below whatever a body can add to it: what comes now is too late. */
	private static final long OVER = Long.MIN_VALUE / 2;

	private final long limit;

	private final Duration deadline;

	private final HeldBytes held;

	SmallBody(DataSize limit, Duration deadline, HeldBytes held) {
		this.limit = limit.toBytes();
		this.deadline = deadline;
		this.held = held;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		if (headers.getContentLength() > this.limit) {
			return Mono.error(() -> BodyProblems.tooLarge(this.limit));
		}
		if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			return chain.filter(exchange);
		}
		AtomicLong taken = new AtomicLong();
		return read(exchange.getRequest(), taken).onErrorMap((error) -> refusal(exchange, error))
			.flatMap((body) -> chain.filter(exchange.mutate().request(whole(exchange.getRequest(), body)).build()))
			.doFinally((end) -> this.held.giveBack(taken.getAndSet(OVER)));
	}

	private Mono<byte[]> read(ServerHttpRequest request, AtomicLong taken) {
		Flux<DataBuffer> counted = request.getBody().map((part) -> counted(part, taken));
		return DataBufferUtils.join(counted).map(SmallBody::bytes).defaultIfEmpty(new byte[0]).timeout(this.deadline);
	}

	private DataBuffer counted(DataBuffer part, AtomicLong taken) {
		int bytes = part.readableByteCount();
		boolean hasRoom = this.held.take(bytes);
		long sum = taken.addAndGet(bytes);
		if (sum < 0) {
			// Came while the request was given up: nobody else gives this back.
			this.held.giveBack(bytes);
			DataBufferUtils.release(part);
			throw BodyProblems.tooSlow(this.deadline);
		}
		boolean isTooLarge = sum > this.limit;
		if (isTooLarge || !hasRoom) {
			DataBufferUtils.release(part);
			throw isTooLarge ? BodyProblems.tooLarge(this.limit) : BodyProblems.noRoom();
		}
		return part;
	}

	/** What is left of the body is not worth a connection. */
	private Throwable refusal(ServerWebExchange exchange, Throwable error) {
		exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
		return switch (error) {
			case ProblemException known -> known;
			case TimeoutException late -> BodyProblems.tooSlow(this.deadline);
			default -> BodyProblems.broken();
		};
	}

	private static byte[] bytes(DataBuffer whole) {
		byte[] bytes = new byte[whole.readableByteCount()];
		whole.read(bytes);
		DataBufferUtils.release(whole);
		return bytes;
	}

	private static ServerHttpRequest whole(ServerHttpRequest request, byte[] body) {
		ServerHttpRequest measured = request.mutate().headers((headers) -> {
			headers.remove(HttpHeaders.TRANSFER_ENCODING);
			headers.remove(HttpHeaders.EXPECT);
			headers.setContentLength(body.length);
		}).build();
		return new ServerHttpRequestDecorator(measured) {

			@Override
			public Flux<DataBuffer> getBody() {
				return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
			}

		};
	}

}
