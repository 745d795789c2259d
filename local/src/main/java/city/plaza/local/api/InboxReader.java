package city.plaza.local.api;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** Reads the mails in the local inbox, as a resident would. */
public final class InboxReader {

	private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{8}(?![0-9])");

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final Client client;

	/**
	 * A reader.
	 * @param inbox where {@code /dev/inbox} is served: the gateway or the inbox itself
	 */
	public InboxReader(URI inbox) {
		this.client = Client.of(inbox);
	}

	/** The mails to an address, newest first; none where the inbox does not answer. */
	public List<JsonNode> mails(String address) throws InterruptedException {
		List<JsonNode> mails = new ArrayList<>();
		this.client.get("/dev/inbox/messages?to=" + Client.encoded(address)).json().forEach(mails::add);
		return mails;
	}

	/** The newest verification code sent to an address, awaited. */
	public String code(String address) throws InterruptedException {
		return Poll.until("a code sent to " + address, LIMIT, () -> newestCode(address), code -> !code.isEmpty());
	}

	/** The mails to an address that mention a text, awaited until there is one. */
	public List<JsonNode> awaitMention(String address, String text) throws InterruptedException {
		return Poll.until("a mail to " + address + " about " + text, LIMIT, () -> mentioning(address, text),
				mails -> !mails.isEmpty());
	}

	/** The mails to an address that mention a text now. */
	public List<JsonNode> mentioning(String address, String text) throws InterruptedException {
		return mails(address).stream().filter(mail -> mentions(mail, text)).toList();
	}

	private String newestCode(String address) throws InterruptedException {
		for (JsonNode mail : mails(address)) {
			Matcher code = CODE.matcher(mail.path("text").asString(""));
			if (code.find()) {
				return code.group();
			}
		}
		return "";
	}

	private static boolean mentions(JsonNode mail, String text) {
		return mail.path("text").asString("").contains(text) || mail.path("subject").asString("").contains(text);
	}

}
