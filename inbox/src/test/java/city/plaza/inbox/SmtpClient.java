package city.plaza.inbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Sends exactly the bytes it is given, without a mail library that would tidy them up.
 */
final class SmtpClient implements AutoCloseable {

	private final Socket socket;

	private final BufferedReader replies;

	SmtpClient(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setSoTimeout(20_000);
		this.replies = new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
		reply();
		command("EHLO client.example");
	}

	/** Sends a command; the last line of its reply. */
	String command(String line) throws IOException {
		send(line + "\r\n");
		return reply();
	}

	/**
	 * Sends a mail.
	 * @param content head and body, without the dot at the end
	 * @return the reply to all of it
	 */
	String mail(String to, String content) throws IOException {
		command("MAIL FROM:<city@fairhaven.example>");
		command("RCPT TO:<" + to + ">");
		command("DATA");
		send(content + "\r\n.\r\n");
		return reply();
	}

	private void send(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}

	private String reply() throws IOException {
		String line = this.replies.readLine();
		while (line != null && line.length() > 3 && line.charAt(3) == '-') {
			line = this.replies.readLine();
		}
		return String.valueOf(line);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
