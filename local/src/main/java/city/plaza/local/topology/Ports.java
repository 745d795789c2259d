package city.plaza.local.topology;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import city.plaza.local.suite.UsageException;

/**
 * The TCP ports of a suite on this machine. Two suites with different offsets run side by
 * side.
 *
 * @param offset added to every port; {@code PLAZA_PORT_OFFSET}
 */
public record Ports(int offset) {

	private static final int LOWEST_OFFSET = -1_000;

	private static final int HIGHEST_OFFSET = 65_535
			- Arrays.stream(Port.values()).mapToInt(Port::number).max().orElseThrow();

	public Ports {
		if (offset < LOWEST_OFFSET || offset > HIGHEST_OFFSET) {
			throw new UsageException("PLAZA_PORT_OFFSET must lie between " + LOWEST_OFFSET + " and " + HIGHEST_OFFSET
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

	public int of(Port port) {
		return port.number() + this.offset;
	}

	/** The public address of this suite's gateway, on this machine. */
	public String gatewayUrl() {
		return "http://localhost:" + of(Port.GATEWAY);
	}

	/** Every port by its label, in the order of start. */
	public Map<String, Integer> byLabel() {
		Map<String, Integer> ports = new LinkedHashMap<>();
		for (Port port : Port.values()) {
			ports.put(port.label(), of(port));
		}
		return ports;
	}

}
