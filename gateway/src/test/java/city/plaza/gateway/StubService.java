package city.plaza.gateway;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service that can take thousands of calls at once, and be slow, frozen or failing. */
final class StubService {

	private final AtomicInteger calls = new AtomicInteger();

	private volatile Duration takes = Duration.ZERO;

	private volatile int status = 200;

	private volatile boolean breaks;

	private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

	private volatile Sinks.Empty<Void> thawed = open();

	private volatile DisposableServer server;

	StubService() {
		this.server = start(0);
	}

	int port() {
		return this.server.port();
	}

	String uri() {
		return "http://localhost:" + port();
	}

	int calls() {
		return this.calls.get();
	}

	void takes(Duration time) {
		this.takes = time;
	}

	void answers(int status) {
		this.status = status;
	}

	void freeze() {
		this.thawed = Sinks.empty();
	}

	void thaw() {
		this.thawed.tryEmitEmpty();
	}

	void reset() {
		thaw();
		this.status = 200;
		this.breaks = false;
		this.takes = Duration.ZERO;
		this.calls.set(0);
	}

	/** Takes each call and breaks its connection without a word. */
	void breaks(boolean breaks) {
		this.breaks = breaks;
	}

	/** As a killed process does: every connection breaks, and none is taken any more. */
	void kill() {
		this.server.disposeNow();
		this.connections.forEach((connection) -> connection.channel().close());
	}

	void restart() {
		this.server = start(this.server.port());
	}

	private DisposableServer start(int port) {
		return HttpServer.create()
			.host("localhost")
			.port(port)
			.doOnConnection(this.connections::add)
			.handle(this::handle)
			.bindNow();
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		this.calls.incrementAndGet();
		Mono<Void> body = request.receive().then();
		if (this.breaks) {
			return body
				.then(Mono.fromRunnable(() -> request.withConnection((connection) -> connection.channel().close())));
		}
		Mono<Void> thaw = this.thawed.asMono();
		return body.then(Mono.delay(this.takes))
			.then(thaw)
			.then(Mono.defer(() -> response.status(this.status)
				.header("Content-Type", "application/json")
				.sendString(Flux.just("{}"))
				.then()));
	}

	private static Sinks.Empty<Void> open() {
		Sinks.Empty<Void> open = Sinks.empty();
		open.tryEmitEmpty();
		return open;
	}

}
