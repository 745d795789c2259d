package city.plaza.notification.delivery;

import city.plaza.notification.notice.NoticeId;

/**
 * An e-mail, ready to be sent.
 *
 * @param id the notice's: a mail sent again has the same
 * @param from the sender's name, in the reader's language
 * @param to one address
 * @param subject one line
 * @param text plain
 * @param html the same with more to look at
 */
public record Mail(NoticeId id, String from, String to, String subject, String text, String html) {

	@Override
	public String toString() {
		return "Mail[" + this.id + "]";
	}

}
