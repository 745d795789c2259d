package city.plaza.local.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The TCP ports of a suite on this machine. Two suites with different offsets run side by
 * side.
 *
 * @param offset added to every port; {@code PLAZA_PORT_OFFSET}
 */
public record Ports(int offset) {

	private static final int HIGHEST = 65_535;

	private static final int HIGHEST_DEFAULT = 19_093;

	public Ports {
		if (offset < -1_000 || offset > HIGHEST - HIGHEST_DEFAULT) {
			throw new UsageException("PLAZA_PORT_OFFSET must lie between -1000 and " + (HIGHEST - HIGHEST_DEFAULT)
					+ ", but is " + offset + ".");
		}
	}

	/**
	 * Reads the offset as the environment gives it.
	 * @param text a whole number, or empty for none
	 */
	public static Ports parse(String text) {
		try {
			return new Ports(text.isBlank() ? 0 : Integer.parseInt(text.strip()));
		}
		catch (NumberFormatException ex) {
			throw new UsageException("PLAZA_PORT_OFFSET must be a whole number, but is \"" + text + "\".");
		}
	}

	public int gateway() {
		return 8080 + this.offset;
	}

	public int gatewayManagement() {
		return 18_080 + this.offset;
	}

	public int discovery() {
		return 18_761 + this.offset;
	}

	public int identity() {
		return 18_081 + this.offset;
	}

	public int accountLink() {
		return 18_082 + this.offset;
	}

	public int billing() {
		return 18_083 + this.offset;
	}

	public int notification() {
		return 18_084 + this.offset;
	}

	public int portal() {
		return 18_085 + this.offset;
	}

	public int postgres() {
		return 15_432 + this.offset;
	}

	public int kafka() {
		return 19_092 + this.offset;
	}

	public int kafkaController() {
		return 19_093 + this.offset;
	}

	public int smtp() {
		return 11_025 + this.offset;
	}

	public int inbox() {
		return 18_025 + this.offset;
	}

	/**
	 * Every port with the name of the program that listens on it, in the order of start.
	 */
	public Map<String, Integer> byName() {
		Map<String, Integer> ports = new LinkedHashMap<>();
		ports.put("postgres", postgres());
		ports.put("kafka", kafka());
		ports.put("kafka-controller", kafkaController());
		ports.put("inbox", inbox());
		ports.put("smtp", smtp());
		ports.put("discovery", discovery());
		ports.put("identity-service", identity());
		ports.put("account-link-service", accountLink());
		ports.put("billing-service", billing());
		ports.put("notification-service", notification());
		ports.put("portal", portal());
		ports.put("gateway", gateway());
		ports.put("gateway-management", gatewayManagement());
		return ports;
	}

}
