package city.plaza.platform.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * A response whose headers are completed after all others: actions before the commit run
 * in the order in which they were registered, and Spring Security, which registers later,
 * leaves a header alone that is there already.
 */
final class LastCommitAction extends ServerHttpResponseDecorator {

	private final List<Supplier<? extends Mono<Void>>> earlier = new CopyOnWriteArrayList<>();

	LastCommitAction(ServerHttpResponse response, Consumer<HttpHeaders> last) {
		super(response);
		response.beforeCommit(() -> Flux.fromIterable(this.earlier)
			.concatMap(Supplier::get)
			.then(Mono.fromRunnable(() -> last.accept(response.getHeaders()))));
	}

	@Override
	public void beforeCommit(Supplier<? extends Mono<Void>> action) {
		this.earlier.add(action);
	}

}
