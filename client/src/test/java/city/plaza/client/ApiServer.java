package city.plaza.client;

import java.net.URI;
import java.util.List;

import city.plaza.platform.testing.StubServer;

/** A server that records requests and gives the response that was set. */
final class ApiServer implements AutoCloseable {

	private volatile StubServer.Response response = StubServer.Response.json(200, "{}");

	private final StubServer server = new StubServer((request) -> this.response);

	URI address() {
		return this.server.address();
	}

	void responds(int status, String body) {
		this.response = StubServer.Response.json(status, body);
	}

	Received last() {
		return received().getLast();
	}

	List<Received> received() {
		return this.server.requests().stream().map(Received::of).toList();
	}

	@Override
	public void close() {
		this.server.close();
	}

	record Received(String request, String authorization, String idempotencyKey, String contentType, String body) {

		private static Received of(StubServer.Request request) {
			return new Received(request.method() + " " + request.uri(), request.header("Authorization"),
					request.header("Idempotency-Key"), request.header("Content-Type"), request.body());
		}

	}

}
