package city.plaza.gateway.body;

import java.util.concurrent.atomic.AtomicLong;

import city.plaza.platform.problem.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;

/**
 * Bodies over the limit are refused: at once where their length is announced, else as
 * soon as the limit is passed; nothing is buffered.
 */
class BodyLimit implements GatewayFilter {

	private final long limit;

	/**
	 * A limit for one route.
	 * @param limit the largest body let through
	 */
	BodyLimit(DataSize limit) {
		this.limit = limit.toBytes();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (request.getHeaders().getContentLength() > this.limit) {
			return Mono.error(() -> BodyProblems.tooLarge(this.limit));
		}
		return chain.filter(exchange.mutate().request(counted(request)).build());
	}

	private ServerHttpRequest counted(ServerHttpRequest request) {
		return new ServerHttpRequestDecorator(request) {

			@Override
			public Flux<DataBuffer> getBody() {
				AtomicLong seen = new AtomicLong();
				return super.getBody().map((buffer) -> {
					if (seen.addAndGet(buffer.readableByteCount()) > BodyLimit.this.limit) {
						DataBufferUtils.release(buffer);
						throw BodyProblems.tooLarge(BodyLimit.this.limit);
					}
					return buffer;
				}).onErrorMap((error) -> !(error instanceof ProblemException), (error) -> BodyProblems.broken());
			}

		};
	}

}
