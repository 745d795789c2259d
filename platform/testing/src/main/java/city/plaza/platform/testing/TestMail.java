package city.plaza.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;

/**
 * The mails that arrived. The server is GreenMail: it speaks SMTP over a socket like any
 * other, is in the same JVM everywhere, and keeps what it got for the test to read, which
 * no mail server of production would do. Mails of earlier tests stay: use addresses of
 * your own.
 */
public final class TestMail {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final GreenMail server;

	TestMail(GreenMail server) {
		this.server = server;
	}

	/**
	 * A mail as it arrived.
	 *
	 * @param to the first address
	 * @param from the sender's address
	 * @param subject of the mail
	 * @param text the plain part, empty if there is none
	 * @param html the HTML part, empty if there is none
	 */
	public record Mail(String to, String from, String subject, String text, String html) {
	}

	/**
	 * Waits for a first mail.
	 * @param to the address
	 * @return all mails to it, oldest first
	 */
	public List<Mail> await(String to) {
		return await(to, 1);
	}

	/**
	 * Waits for a number of mails.
	 * @param to the address
	 * @param count at least so many
	 * @return all mails to it, oldest first
	 */
	public List<Mail> await(String to, int count) {
		return Awaitility.await(count + " mail(s) to " + to)
			.atMost(TIMEOUT)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> received(to), (mails) -> mails.size() >= count);
	}

	/**
	 * The mails so far.
	 * @param to the address
	 * @return all mails to it, oldest first
	 */
	public List<Mail> received(String to) {
		return Arrays.stream(this.server.getReceivedMessages())
			.map(TestMail::read)
			.filter((mail) -> mail.to().equalsIgnoreCase(to))
			.toList();
	}

	private static Mail read(MimeMessage message) {
		try {
			return new Mail(address(message.getRecipients(Message.RecipientType.TO)), address(message.getFrom()),
					message.getSubject(), text(message, "text/plain"), text(message, "text/html"));
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A mail cannot be read", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String address(Address[] addresses) {
		return (addresses != null && addresses.length > 0) ? ((InternetAddress) addresses[0]).getAddress() : "";
	}

	private static String text(Part part, String type) throws MessagingException, IOException {
		if (part.isMimeType(type)) {
			return part.getContent().toString();
		}
		if (part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				BodyPart inner = parts.getBodyPart(i);
				String found = text(inner, type);
				if (!found.isEmpty()) {
					return found;
				}
			}
		}
		return "";
	}

}
