package city.plaza.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which suite the demo uses, and as whom.
 *
 * @param gateway its public address
 * @param inbox where its emails can be read
 * @param staffEmail of somebody with the role finance
 */
public record DemoSettings(URI gateway, URI inbox, String staffEmail, String staffPassword) {

	private static final Set<String> SCHEMES = Set.of("http", "https");

	/**
	 * Reads {@code --url} and {@code --inbox-url}, and from the environment
	 * {@code PLAZA_STAFF_EMAIL} and {@code PLAZA_STAFF_PASSWORD}.
	 * @param local the suite on this machine: used for what is not given
	 */
	static DemoSettings parse(List<String> options, Map<String, String> environment, SuiteDescription local) {
		URI gateway = local.gateway();
		URI inbox = null;
		for (int i = 0; i < options.size(); i += 2) {
			if (i + 1 == options.size()) {
				throw new UsageException(options.get(i) + " needs an address after it.");
			}
			switch (options.get(i)) {
				case "--url" -> gateway = address(options.get(i), options.get(i + 1));
				case "--inbox-url" -> inbox = address(options.get(i), options.get(i + 1));
				default -> throw new UsageException("./plaza demo does not know " + options.get(i)
						+ "; it knows --url ADDRESS and --inbox-url ADDRESS.");
			}
		}
		if (inbox == null) {
			inbox = gateway.equals(local.gateway()) ? local.inbox() : gateway;
		}
		return new DemoSettings(gateway, inbox, environment.getOrDefault("PLAZA_STAFF_EMAIL", local.staff().email()),
				environment.getOrDefault("PLAZA_STAFF_PASSWORD", local.staff().password()));
	}

	private static URI address(String option, String text) {
		try {
			URI address = new URI(text);
			if (SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
				return address;
			}
		}
		catch (URISyntaxException ex) {
			// It is none either.
		}
		throw new UsageException(option + " needs an address like https://plaza.example, not \"" + text + "\".");
	}

}
