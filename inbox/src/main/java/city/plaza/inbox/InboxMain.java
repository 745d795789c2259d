package city.plaza.inbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs the inbox as a process. From the environment: {@code INBOX_SMTP_ADDRESS} and
 * {@code INBOX_HTTP_ADDRESS}, each {@code host:port}, and {@code INBOX_DIRECTORY} for the
 * mails.
 */
public final class InboxMain {

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
		int colon = hostAndPort.lastIndexOf(':');
		if (colon < 1) {
			throw new IllegalArgumentException("An address is host:port, not \"" + hostAndPort + "\"");
		}
		return new InetSocketAddress(hostAndPort.substring(0, colon),
				Integer.parseInt(hostAndPort.substring(colon + 1)));
	}

}
