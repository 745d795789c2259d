package city.plaza.gateway.route;

import java.util.concurrent.TimeoutException;

import city.plaza.platform.calls.Repeats;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;

/**
 * A body on its way to a service. It knows whether it came to its end, so that its
 * failures can be distinguished from the service's, and whether the request may be sent
 * twice.
 */
final class SentBody extends ServerHttpRequestDecorator {

	/** Of a change with its own key; in bytes; no such request of Plaza is larger. */
	private static final int KEPT_AT_MOST = 64 * 1024;

	private final boolean isRepeatable;

	private volatile boolean begun;

	private volatile boolean ended;

	private volatile boolean broken;

	private SentBody(ServerHttpRequest request, boolean isRepeatable) {
		super(request);
		this.isRepeatable = isRepeatable;
	}

	/**
	 * Reads the body of a change that carries its own key, so that it can be sent again.
	 */
	static Mono<SentBody> of(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		long length = headers.getContentLength();
		boolean isHarmless = Repeats.isHarmless(request.getMethod(), headers);
		if (!isHarmless || length > KEPT_AT_MOST || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			return Mono.just(new SentBody(request, false));
		}
		if (length <= 0) {
			return Mono.just(new SentBody(request, true));
		}
		return DataBufferUtils.join(request.getBody(), KEPT_AT_MOST)
			.map((body) -> new SentBody(kept(request, bytes(body)), true));
	}

	private static ServerHttpRequest kept(ServerHttpRequest request, byte[] body) {
		return new ServerHttpRequestDecorator(request) {

			@Override
			public Flux<DataBuffer> getBody() {
				return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
			}

		};
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return super.getBody().doOnSubscribe((begin) -> this.begun = true)
			.doOnComplete(() -> this.ended = true)
			.doOnError((error) -> this.broken = true);
	}

	/**
	 * Whether the call failed because the body broke off, was refused, or took too long.
	 */
	boolean isAtFault(Throwable error) {
		return this.broken || (this.begun && !this.ended && error instanceof TimeoutException);
	}

	boolean isRepeatable() {
		return this.isRepeatable && !this.broken;
	}

}
