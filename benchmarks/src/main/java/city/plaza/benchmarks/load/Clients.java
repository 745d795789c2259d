package city.plaza.benchmarks.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Clients of one crowd. Each has a connection of its own and keeps it; they come from as
 * many loopback addresses as given, so that limits for a client apply to each apart.
 */
public final class Clients implements AutoCloseable {

	private static final int OCTET = 250;

	private static final double NANOS = 1e9;

	/** So often the requests that are due are sent. */
	private static final Duration TICK = Duration.ofMillis(5);

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	/** One thread: what is measured needs the other cores. */
	private final LoopResources loop = LoopResources.create("clients", 1, true);

	private final List<ConnectionProvider> pools = new ArrayList<>();

	private final List<HttpClient> clients = new ArrayList<>();

	/** Numbers the bodies. */
	private final AtomicInteger sent = new AtomicInteger();

	/**
	 * A crowd.
	 * @param count how many clients
	 * @param addresses from how many addresses they come, at most 60,000
	 */
	public Clients(int count, int addresses) {
		this(count, addresses, 1);
	}

	/**
	 * A crowd whose members may have several requests open.
	 * @param connections of each client
	 */
	public Clients(int count, int addresses, int connections) {
		for (int i = 0; i < count; i++) {
			ConnectionProvider pool = ConnectionProvider.builder("client-" + i)
				.maxConnections(connections)
				.pendingAcquireMaxCount(-1)
				.pendingAcquireTimeout(TIMEOUT)
				.build();
			this.pools.add(pool);
			String from = address(i % addresses);
			this.clients.add(HttpClient.create(pool)
				.runOn(this.loop)
				.bindAddress(() -> new InetSocketAddress(InetAddress.ofLiteral(from), 0))
				.disableRetry(true)
				.responseTimeout(TIMEOUT));
		}
	}

	/**
	 * Each client sends the requests in turn, one after the other, until the time is
	 * over.
	 */
	public Result run(Duration duration, List<Request> requests) {
		return run(duration, (client) -> requests);
	}

	/**
	 * The same with requests that are each client's own.
	 * @param requests of the client with this number, from 0 on
	 */
	public Result run(Duration duration, IntFunction<List<Request>> requests) {
		Tally tally = new Tally();
		long began = System.nanoTime();
		long end = began + duration.toNanos();
		Flux.range(0, this.clients.size())
			.flatMap((client) -> oneByOne(client, requests.apply(client), tally, end), this.clients.size())
			.blockLast();
		return tally.result(this.clients.size(), Duration.ofNanos(System.nanoTime() - began));
	}

	/**
	 * Requests come at a steady rate, whether or not there are responses to those before.
	 * @param perSecond of all clients together
	 */
	public Result runAt(double perSecond, Duration duration, List<Request> requests) {
		Tally tally = new Tally();
		long began = System.nanoTime();
		AtomicInteger started = new AtomicInteger();
		Flux.interval(TICK)
			.onBackpressureDrop()
			.take(duration)
			.concatMapIterable((n) -> due(started, perSecond * (System.nanoTime() - began) / NANOS))
			.flatMap((n) -> send(n % this.clients.size(), requests.get(n % requests.size()), tally), Integer.MAX_VALUE)
			.blockLast();
		return tally.result(this.clients.size(), Duration.ofNanos(System.nanoTime() - began));
	}

	private static List<Integer> due(AtomicInteger started, double wanted) {
		List<Integer> due = new ArrayList<>();
		while (started.get() < wanted) {
			due.add(started.getAndIncrement());
		}
		return due;
	}

	private Mono<Void> oneByOne(int client, List<Request> requests, Tally tally, long end) {
		AtomicInteger turn = new AtomicInteger(client);
		return Mono.defer(() -> send(client, requests.get(turn.getAndIncrement() % requests.size()), tally))
			.repeat(() -> System.nanoTime() < end)
			.then();
	}

	private Mono<Void> send(int client, Request request, Tally tally) {
		return Mono.defer(() -> {
			long began = System.nanoTime();
			int number = this.sent.incrementAndGet();
			byte[] body = request.body().apply(number);
			return this.clients.get(client)
				.headers((headers) -> request.headers().apply(number).forEach(headers::set))
				.request(HttpMethod.valueOf(request.method()))
				.uri(request.address())
				.send((body.length == 0) ? Mono.empty() : Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
				.responseSingle((response,
						content) -> content.then(Mono.fromRunnable(() -> tally.response(response.status().code(),
								response.responseHeaders().contains("Retry-After"),
								Duration.ofNanos(System.nanoTime() - began)))))
				.onErrorResume((error) -> {
					tally.failure(error);
					return Mono.empty();
				})
				.then();
		});
	}

	/** 127.1.0.1 and on: every address of 127.0.0.0/8 is this machine. */
	private static String address(int index) {
		return "127.1." + index / OCTET + "." + (index % OCTET + 1);
	}

	@Override
	public void close() {
		this.pools.forEach((pool) -> pool.disposeLater().block());
		this.loop.disposeLater(Duration.ZERO, Duration.ofSeconds(2)).block();
	}

}
