package city.plaza.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail as it came over the wire. One that breaks the rules of MIME is shown as
 * text rather than lost.
 */
final class MailParser {

	/** Written above each mail by {@link Mailbox}: what only the envelope holds. */
	static final String RECIPIENTS = "X-Inbox-Recipients";

	static final String RECEIVED_AT = "X-Inbox-Received-At";

	private static final Session SESSION = Session.getInstance(new Properties());

	private MailParser() {
	}

	static Mail parse(String id, byte[] source) throws IOException {
		try {
			MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(source));
			return new Mail(id, recipients(message), from(message), orEmpty(message.getSubject()),
					bodyOf(message, "text/plain", source), bodyOf(message, "text/html", new byte[0]),
					Instant.parse(message.getHeader(RECEIVED_AT, null)));
		}
		catch (MessagingException ex) {
			throw new IOException("Not a mail: " + id, ex);
		}
	}

	private static List<String> recipients(MimeMessage message) throws MessagingException {
		return Arrays.asList(orEmpty(message.getHeader(RECIPIENTS, null)).split(" ", -1));
	}

	private static String from(MimeMessage message) throws MessagingException {
		try {
			Address[] from = message.getFrom();
			return (from == null || from.length == 0) ? "" : readable(from[0]);
		}
		catch (AddressException ex) {
			return orEmpty(message.getHeader("From", null));
		}
	}

	private static String readable(Address address) {
		return (address instanceof InternetAddress internet) ? internet.toUnicodeString() : address.toString();
	}

	private static String bodyOf(MimeMessage message, String type, byte[] otherwise) {
		try {
			return orEmpty(find(message, type));
		}
		catch (MessagingException | IOException ex) {
			return new String(otherwise, StandardCharsets.UTF_8);
		}
	}

	private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
		if (part.isMimeType(type) && part.getContent() instanceof String text) {
			return text;
		}
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				String found = find(parts.getBodyPart(i), type);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
