package city.plaza.client;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the emails in the inbox of a local run, which stands in for the mailboxes of its
 * residents.
 */
public final class InboxClient {

	private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{8}(?![0-9])");

	private final Http http;

	private InboxClient(Http http) {
		this.http = http;
	}

	/** A client of the inbox, reached directly or through the gateway. */
	public static InboxClient at(URI address) {
		return new InboxClient(Http.at(address));
	}

	/** The emails to an address, newest first. */
	public List<Mail> to(String address) throws InterruptedException {
		return List.of(this.http.get("/dev/inbox/messages?to=" + Http.encoded(address), Mail[].class));
	}

	/** The emails to an address that mention a text, newest first. */
	public List<Mail> mentioning(String address, String text) throws InterruptedException {
		return to(address).stream().filter((mail) -> mail.mentions(text)).toList();
	}

	/** The newest verification code sent to an address, once there is one. */
	public String awaitCode(String address) throws InterruptedException {
		return awaitCode(address, 1);
	}

	/** The newest verification code sent to an address, once there are that many. */
	public String awaitCode(String address, int count) throws InterruptedException {
		return Poll.until("a code sent to " + address, () -> codes(to(address)), (codes) -> codes.size() >= count)
			.getFirst();
	}

	/** The emails to an address that mention a text, once there is one. */
	public List<Mail> awaitMention(String address, String text) throws InterruptedException {
		return Poll.until("an email to " + address + " that mentions " + text, () -> mentioning(address, text),
				(mails) -> !mails.isEmpty());
	}

	private static List<String> codes(List<Mail> mails) {
		return mails.stream().map(Mail::text).flatMap(InboxClient::code).toList();
	}

	private static Stream<String> code(String text) {
		Matcher code = CODE.matcher(text);
		return code.find() ? Stream.of(code.group()) : Stream.empty();
	}

}
