package city.plaza.gateway.route;

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;

/**
 * Remembers whether the body came to its end, so that its faults can be told from a
 * service's.
 */
final class SentBody extends ServerHttpRequestDecorator {

	private volatile boolean broken;

	SentBody(ServerHttpRequest request) {
		super(request);
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return super.getBody().doOnError((error) -> this.broken = true);
	}

	/** The body broke off, or was refused on the way. */
	boolean isBroken() {
		return this.broken;
	}

}
