package city.plaza.client;

import java.time.Instant;

/**
 * An email in the local inbox.
 *
 * @param messageId its Message-ID; a mail that is sent again has the same
 * @param text the plain part; empty where there is none
 */
public record Mail(String messageId, String to, String from, String subject, String text, Instant receivedAt) {

	/** Whether its subject or its plain part contains the text. */
	public boolean mentions(String content) {
		return this.text.contains(content) || this.subject.contains(content);
	}

}
