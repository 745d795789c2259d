package city.plaza.local.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;

import city.plaza.local.service.Accounts;
import city.plaza.local.suite.UsageException;

/**
 * Which Plaza the demo walks through, and as whom.
 *
 * @param gateway its public address
 * @param inbox where its mails can be read
 * @param staffEmail of somebody with the role finance
 */
public record DemoSettings(URI gateway, URI inbox, String staffEmail, String staffPassword) {

	/**
	 * Reads {@code --url} and {@code --inbox-url}, and from the environment
	 * {@code PLAZA_STAFF_EMAIL} and {@code PLAZA_STAFF_PASSWORD}.
	 * @param local the gateway where no address is given
	 * @param localInbox the inbox where no address is given
	 */
	public static DemoSettings parse(List<String> options, Map<String, String> environment, URI local, URI localInbox) {
		URI gateway = local;
		URI inbox = null;
		for (int i = 0; i < options.size(); i += 2) {
			if (i + 1 == options.size()) {
				throw new UsageException(options.get(i) + " needs an address after it.");
			}
			URI address = URI.create(options.get(i + 1));
			switch (options.get(i)) {
				case "--url" -> gateway = address;
				case "--inbox-url" -> inbox = address;
				default -> throw new UsageException("./plaza demo does not know " + options.get(i)
						+ "; it knows --url ADDRESS and --inbox-url ADDRESS.");
			}
		}
		return new DemoSettings(gateway, (inbox != null) ? inbox : (gateway.equals(local) ? localInbox : gateway),
				environment.getOrDefault("PLAZA_STAFF_EMAIL", Accounts.STAFF_EMAIL),
				environment.getOrDefault("PLAZA_STAFF_PASSWORD", Accounts.STAFF_PASSWORD));
	}

}
