package city.plaza.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A mail as the inbox shows it.
 *
 * @param id by which its page is addressed; later mails have greater ids
 * @param messageId its Message-ID, empty where it has none: copies of one mail share it
 * @param recipients of its SMTP envelope, whatever its headers name
 * @param text the plain part, empty where there is none
 * @param html the HTML part, empty where there is none; not to be trusted
 */
record Mail(String id, String messageId, List<String> recipients, String from, String subject, String text, String html,
		Instant receivedAt) {

	boolean isTo(String address) {
		String wanted = address.strip().toLowerCase(Locale.ROOT);
		return this.recipients.stream().anyMatch(recipient -> recipient.toLowerCase(Locale.ROOT).equals(wanted));
	}

	String to() {
		return String.join(", ", this.recipients);
	}

}
