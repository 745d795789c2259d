package city.plaza.notification.delivery.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A mail server that replies as told, to see what becomes of refusals. */
public final class ScriptedSmtp implements AutoCloseable {

	private final Queue<String> mails = new ConcurrentLinkedQueue<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final ServerSocket socket;

	private final Map<String, String> replies;

	private volatile Consumer<String> beforeTaking = (mail) -> {
	};

	/**
	 * Starts the server.
	 * @param replies by the command's first four letters, "." for the end of the data and
	 * "HI" for the greeting; an empty one is never given
	 */
	public ScriptedSmtp(Map<String, String> replies) {
		this.replies = replies;
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::serve);
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	/** The mails that were taken, headers and all. */
	public Queue<String> mails() {
		return this.mails;
	}

	public int connections() {
		return this.connections.get();
	}

	/** Something to do with each mail before it is acknowledged. */
	public void beforeTaking(Consumer<String> action) {
		this.beforeTaking = action;
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				this.connections.incrementAndGet();
				Thread.ofVirtual().start(() -> talk(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void talk(Socket client) {
		try (client;
				BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
				OutputStream out = client.getOutputStream()) {
			reply(out, "HI", "220 scripted");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
				if (!command.equals("DATA")) {
					reply(out, command, "250 ok");
					continue;
				}
				reply(out, command, "354 go on");
				String mail = readMail(in);
				this.mails.add(mail);
				this.beforeTaking.accept(mail);
				reply(out, ".", "250 taken");
			}
		}
		catch (IOException ex) {
			// The client went away.
		}
	}

	private static String readMail(BufferedReader in) throws IOException {
		StringBuilder mail = new StringBuilder();
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			mail.append(line).append('\n');
		}
		return mail.toString();
	}

	private void reply(OutputStream out, String command, String usual) throws IOException {
		String reply = this.replies.getOrDefault(command, usual);
		if (!reply.isEmpty()) {
			out.write((reply + "\r\n").getBytes(US_ASCII));
			out.flush();
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
