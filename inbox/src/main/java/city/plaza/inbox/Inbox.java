package city.plaza.inbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;

import org.subethamail.smtp.server.SMTPServer;

/** The whole inbox: SMTP in, files between, HTTP out. */
final class Inbox implements AutoCloseable {

	private static final int LARGEST_MAIL = 10_000_000;

	private final SMTPServer smtp;

	private final WebServer web;

	private Inbox(SMTPServer smtp, WebServer web) {
		this.smtp = smtp;
		this.web = web;
	}

	/** Starts both servers; port 0 uses any that is free. */
	static Inbox open(Path directory, InetSocketAddress smtpAddress, InetSocketAddress webAddress) throws IOException {
		Mailbox mailbox = Mailbox.open(directory, Clock.systemUTC());
		SMTPServer smtp = new SMTPServer.Builder().bindAddress(smtpAddress.getAddress())
			.port(smtpAddress.getPort())
			.hostName("localhost")
			.softwareName("Plaza inbox")
			.maxMessageSize(LARGEST_MAIL)
			.insertReceivedHeaders(false)
			.messageHandlerFactory(context -> new Receiver(mailbox))
			.build();
		smtp.start();
		try {
			return new Inbox(smtp, new WebServer(mailbox, webAddress));
		}
		catch (IOException ex) {
			smtp.stop();
			throw ex;
		}
	}

	int smtpPort() {
		return this.smtp.getPortAllocated();
	}

	int webPort() {
		return this.web.port();
	}

	@Override
	public void close() {
		this.smtp.stop();
		this.web.close();
	}

}
