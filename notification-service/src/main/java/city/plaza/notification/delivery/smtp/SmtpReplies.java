package city.plaza.notification.delivery.smtp;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

import city.plaza.notification.delivery.SendOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailSendException;

/**
 * Reads what a mail server meant (RFC 5321, 4.2.1): 5xx about the recipient or the mail
 * is final; everything else, a server that is down or does not accept this service's
 * sign-in included, is worth another try.
 */
final class SmtpReplies {

	/**
	 * About the conversation, not the mail: commands that are unknown or out of order
	 * (RFC 5321, 4.2.4), and sign-in or TLS that is missing or refused (RFC 4954, RFC
	 * 3207). Once an operator has corrected that, the same mail is accepted.
	 */
	private static final Set<Integer> OF_THE_CONVERSATION = Set.of(500, 502, 503, 530, 534, 535, 538);

	private SmtpReplies() {
	}

	static SendOutcome read(Exception error) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> open = new ArrayDeque<>();
		add(open, error);
		while (!open.isEmpty()) {
			Throwable next = open.remove();
			if (!seen.add(next)) {
				continue;
			}
			SendOutcome refusal = refusal(next);
			if (refusal != null) {
				return refusal;
			}
			add(open, next.getCause());
			if (next instanceof MessagingException messaging) {
				add(open, messaging.getNextException());
			}
			if (next instanceof MailSendException several) {
				Arrays.stream(several.getMessageExceptions()).forEach((one) -> add(open, one));
			}
		}
		return new SendOutcome.NotNow("mail server not available");
	}

	private static @Nullable SendOutcome refusal(Throwable error) {
		return switch (error) {
			case AddressException invalid -> new SendOutcome.Refused("address not valid");
			case SMTPAddressFailedException address when isFinal(address.getReturnCode()) ->
				new SendOutcome.Refused("mailbox refused (" + address.getReturnCode() + ")");
			case SMTPSenderFailedException sender when isFinal(sender.getReturnCode()) ->
				new SendOutcome.Refused("mail refused (" + sender.getReturnCode() + ")");
			case SMTPSendFailedException send when isFinal(send.getReturnCode()) ->
				new SendOutcome.Refused("mail refused (" + send.getReturnCode() + ")");
			default -> null;
		};
	}

	private static boolean isFinal(int code) {
		return code >= 500 && code <= 599 && !OF_THE_CONVERSATION.contains(code);
	}

	private static void add(Deque<Throwable> open, @Nullable Throwable error) {
		if (error != null) {
			open.add(error);
		}
	}

}
