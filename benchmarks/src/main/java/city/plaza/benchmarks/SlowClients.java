package city.plaza.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.load.WarmUp;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Suite;

/** Two thousand clients that send a byte now and then: goal S13. */
final class SlowClients implements Benchmark {

	private static final int SLOW = 2000;

	private static final int ADDRESSES = 100;

	private static final int GOOD = 50;

	private static final Duration RUN = Duration.ofSeconds(25);

	private static final Duration DRIP = Duration.ofSeconds(1);

	private static final String BODY_BEGUN = "POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\n"
			+ "Content-Type: application/json\r\nContent-Length: 60\r\n\r\n{\"email\":";

	private static final String HEADERS_BEGUN = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

	@Override
	public String question() {
		return "Beside 2,000 clients that drip headers or half a body: when are they closed, and do the others notice?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		List<Request> good = List.of(Request.get(suite.gateway("/")), Request.get(suite.gateway("/sign-in")));
		Table table = new Table("", "served/s", "p50 ms", "p99 ms", "failed", "statuses");
		try (Clients clients = new Clients(GOOD, GOOD)) {
			WarmUp.with(clients, good);
			row(table, "alone", clients.run(RUN, good));
			CompletableFuture<Result> beside = CompletableFuture.supplyAsync(() -> clients.run(RUN, good));
			List<SocketChannel> slow = open(suite.port("gateway"));
			String closed = closed(slow);
			row(table, "beside the slow", beside.join());
			report.show(table);
			report.add(closed);
		}
	}

	private static void row(Table table, String name, Result result) {
		table.row(name, result.rate(), result.servedMillis(50), result.servedMillis(99), result.failed(),
				result.described());
	}

	private static List<SocketChannel> open(int port) throws IOException {
		List<SocketChannel> slow = new ArrayList<>();
		for (int i = 0; i < SLOW; i++) {
			SocketChannel socket = SocketChannel.open();
			socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
			socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.2.0." + (i % ADDRESSES + 1)), 0));
			socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
			socket.configureBlocking(false);
			String begun = (i % 2 == 0) ? HEADERS_BEGUN : BODY_BEGUN;
			socket.write(ByteBuffer.wrap(begun.getBytes(StandardCharsets.US_ASCII)));
			slow.add(socket);
		}
		return slow;
	}

	/** Drips a byte a second into each, and notes when the last was closed. */
	private static String closed(List<SocketChannel> slow) throws InterruptedException {
		long began = System.nanoTime();
		List<SocketChannel> open = new ArrayList<>(slow);
		StringBuilder story = new StringBuilder("Open slow connections by the second:");
		for (int second = 1; second <= RUN.toSeconds() && !open.isEmpty(); second++) {
			TimeUnit.NANOSECONDS.sleep(DRIP.toNanos());
			open.removeIf(SlowClients::isClosed);
			story.append(' ').append(second).append(" s: ").append(open.size()).append(';');
		}
		story.append(" last look after %.0f s.".formatted((System.nanoTime() - began) / 1e9));
		return story.toString();
	}

	private static boolean isClosed(SocketChannel socket) {
		try {
			ByteBuffer response = ByteBuffer.allocate(2048);
			while (socket.read(response) > 0) {
				response.clear();
			}
			if (response.position() == 0 && socket.read(response) < 0) {
				socket.close();
				return true;
			}
			socket.write(ByteBuffer.wrap(new byte[] { 'x' }));
			return false;
		}
		catch (IOException closed) {
			return true;
		}
	}

}
