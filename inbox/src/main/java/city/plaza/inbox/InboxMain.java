package city.plaza.inbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the inbox as a process. From the environment: {@code INBOX_SMTP_ADDRESS} and
 * {@code INBOX_HTTP_ADDRESS}, each {@code host:port}, and {@code INBOX_DIRECTORY} for the
 * mails.
 */
public final class InboxMain {

	private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");

	private static final int HIGHEST_PORT = 65_535;

	private InboxMain() {
	}

	/** Opens the inbox until the process gets a signal. */
	public static void main(String[] arguments) throws IOException {
		Map<String, String> environment = System.getenv();
		Inbox inbox = Inbox.open(Path.of(environment.getOrDefault("INBOX_DIRECTORY", "inbox")),
				address(environment.getOrDefault("INBOX_SMTP_ADDRESS", "127.0.0.1:11025")),
				address(environment.getOrDefault("INBOX_HTTP_ADDRESS", "127.0.0.1:18025")));
		Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(inbox::close));
	}

	static InetSocketAddress address(String hostAndPort) {
		Matcher parts = ADDRESS.matcher(hostAndPort);
		if (!parts.matches() || Integer.parseInt(parts.group(2)) > HIGHEST_PORT) {
			throw new IllegalArgumentException("An address is host:port, not \"" + hostAndPort + "\"");
		}
		InetSocketAddress address = new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
		if (address.isUnresolved()) {
			// Without an address both servers would listen on all.
			throw new IllegalArgumentException("There is no host \"" + parts.group(1) + "\"");
		}
		return address;
	}

}
