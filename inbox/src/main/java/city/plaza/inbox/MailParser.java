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

	/** A mail that begins with a space adds to the header before it: to this one. */
	static final String END = "X-Inbox-End";

	/** Parts within parts; a mail that nests deeper means harm. */
	private static final int DEEPEST = 20;

	private static final Session SESSION = Session.getInstance(settings());

	private MailParser() {
	}

	/** Headers may hold UTF-8 as it is (RFC 6532), as those of the inbox itself do. */
	private static Properties settings() {
		Properties settings = new Properties();
		settings.setProperty("mail.mime.allowutf8", "true");
		return settings;
	}

	static Mail parse(String id, byte[] source) throws IOException {
		try {
			MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(source));
			return new Mail(id, orEmpty(message.getMessageID()), recipients(message), from(message),
					orEmpty(message.getSubject()), bodyOf(message, "text/plain", source),
					bodyOf(message, "text/html", new byte[0]), Instant.parse(message.getHeader(RECEIVED_AT, null)));
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
			return orEmpty(message.getHeader("From", " "));
		}
	}

	private static String readable(Address address) {
		return (address instanceof InternetAddress internet) ? internet.toUnicodeString() : address.toString();
	}

	private static String bodyOf(MimeMessage message, String type, byte[] otherwise) {
		try {
			return orEmpty(find(message, type, DEEPEST));
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			return new String(otherwise, StandardCharsets.UTF_8);
		}
	}

	private static @Nullable String find(Part part, String type, int depth) throws MessagingException, IOException {
		if (depth == 0 || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			return null;
		}
		if (part.isMimeType(type) && part.getContent() instanceof String text) {
			return text;
		}
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				String found = find(parts.getBodyPart(i), type, depth - 1);
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
