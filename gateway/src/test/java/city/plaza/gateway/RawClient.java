package city.plaza.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly the bytes it is given, from an address of its choice. */
final class RawClient implements AutoCloseable {

	private final Socket socket = new Socket();

	RawClient(String from, String to, int port) throws IOException {
		this.socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
		this.socket.setSoTimeout(20_000);
		this.socket.connect(new InetSocketAddress(InetAddress.ofLiteral(to), port), 5_000);
	}

	static RawClient of(int port) throws IOException {
		return new RawClient("127.0.0.1", "127.0.0.1", port);
	}

	/** A whole response, by a client that wants the connection closed after it. */
	static String get(String from, String to, int port, String path, String headers) throws IOException {
		try (RawClient client = new RawClient(from, to, port)) {
			client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
			return client.rest();
		}
	}

	void send(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Everything until the other side closes. */
	String rest() throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		this.socket.getInputStream().transferTo(all);
		return all.toString(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
