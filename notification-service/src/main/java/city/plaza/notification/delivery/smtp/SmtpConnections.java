package city.plaza.notification.delivery.smtp;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Connections to the mail server, kept from one mail to the next: a mail needs no new
 * greeting and no new TLS handshake. There are never more than mails on their way at one
 * time; one that had an error or has rested is closed.
 */
@Component
class SmtpConnections {

	private static final Logger log = LoggerFactory.getLogger(SmtpConnections.class);

	/** Shorter than any mail server's own limit. */
	private static final Duration LONGEST_REST = Duration.ofSeconds(5);

	private final Deque<Connection> resting = new ConcurrentLinkedDeque<>();

	private final JavaMailSenderImpl sender;

	SmtpConnections(JavaMailSenderImpl sender) {
		this.sender = sender;
	}

	/**
	 * Sends over a kept connection or a new one.
	 * @throws MessagingException as the mail server or the connection refused it
	 */
	void send(MimeMessage message) throws MessagingException {
		Connection connection = take();
		boolean done = false;
		try {
			connection.transport().sendMessage(message, message.getAllRecipients());
			done = true;
		}
		finally {
			if (done) {
				this.resting.addFirst(new Connection(connection.transport(), connection.server(), System.nanoTime()));
			}
			else {
				close(connection);
			}
		}
	}

	/** Closes what has rested for too long. */
	void rest() {
		for (Connection last = this.resting.pollLast(); last != null; last = this.resting.pollLast()) {
			if (isOfUse(last)) {
				this.resting.addLast(last);
				return;
			}
			close(last);
		}
	}

	private Connection take() throws MessagingException {
		for (Connection kept = this.resting.pollFirst(); kept != null; kept = this.resting.pollFirst()) {
			if (isOfUse(kept)) {
				return kept;
			}
			close(kept);
		}
		Transport transport = this.sender.getSession().getTransport(protocol());
		transport.connect(this.sender.getHost(), this.sender.getPort(), this.sender.getUsername(),
				this.sender.getPassword());
		return new Connection(transport, server(), System.nanoTime());
	}

	private String protocol() {
		String protocol = this.sender.getProtocol();
		return (protocol != null) ? protocol : JavaMailSenderImpl.DEFAULT_PROTOCOL;
	}

	private boolean isOfUse(Connection connection) {
		return connection.server().equals(server()) && System.nanoTime() - connection.since() < LONGEST_REST.toNanos();
	}

	private String server() {
		return this.sender.getHost() + ":" + this.sender.getPort();
	}

	private static void close(Connection connection) {
		try {
			connection.transport().close();
		}
		catch (MessagingException ex) {
			log.debug("A connection to the mail server was closed already", ex);
		}
	}

	/**
	 * A connection that no mail is on.
	 *
	 * @param transport open
	 * @param server host and port
	 * @param since when it began to rest, in {@link System#nanoTime()}
	 */
	private record Connection(Transport transport, String server, long since) {
	}

}
