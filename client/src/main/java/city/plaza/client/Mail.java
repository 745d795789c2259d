package city.plaza.client;

import java.time.Instant;

/**
 * An email in the local inbox.
 *
 * @param text the plain part; empty where there is none
 */
public record Mail(String to, String from, String subject, String text, Instant receivedAt) {

	/** Whether its subject or its plain part contains the text. */
	public boolean mentions(String content) {
		return this.text.contains(content) || this.subject.contains(content);
	}

}
