package city.plaza.identity.session;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.Parser;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What someone signs in with, for them to recognise: nothing is decided by it, since a
 * client says what it likes.
 *
 * @param browser such as Firefox, or the name of an app; null where it is not known
 * @param system such as Windows; null where it is not known
 * @param address of its network; null where it is not known
 */
record Device(@Nullable String browser, @Nullable String system, @Nullable String address) {

	static final Device UNKNOWN = new Device(null, null, null);

	/** What real browsers send is shorter; more would only cost time. */
	private static final int LONGEST = 400;

	private static final int LONGEST_NAME = 60;

	private static final Parser PARSER = new Parser();

	/** Reads what a request says of the device that it comes from. */
	static Device of(ServerHttpRequest request) {
		String address = address(request);
		String agent = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
		if (agent == null || agent.length() > LONGEST) {
			return new Device(null, null, address);
		}
		Client client = PARSER.parse(agent);
		return new Device(known(client.userAgent.family), known(client.os.family), address);
	}

	/** The device in a few words of no language, for an email. */
	@Nullable String inBrief() {
		if (this.browser == null || this.system == null) {
			return (this.browser != null) ? this.browser : this.system;
		}
		return this.browser + ", " + this.system;
	}

	private static @Nullable String known(@Nullable String family) {
		return (family == null || family.equals("Other") || family.length() > LONGEST_NAME) ? null : family;
	}

	private static @Nullable String address(ServerHttpRequest request) {
		String forwarded = request.getHeaders().getFirst("X-Forwarded-For");
		if (forwarded == null) {
			return (request.getRemoteAddress() != null && request.getRemoteAddress().getAddress() != null)
					? request.getRemoteAddress().getAddress().getHostAddress() : null;
		}
		try {
			return InetAddress.ofLiteral(forwarded.strip()).getHostAddress();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
