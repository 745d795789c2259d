package city.plaza.identity.session;

import java.net.InetAddress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
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

	/** Its own cache is not made for several threads. */
	private static final Parser PARSER = new Parser();

	/** Most people use one of few; to find one out is to try hundreds of patterns. */
	private static final Cache<String, Program> PROGRAMS = Caffeine.newBuilder().maximumSize(500).build();

	/** Reads what a request says of the device that it comes from. */
	static Device of(ServerHttpRequest request) {
		String address = address(request);
		String agent = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
		if (agent == null || agent.length() > LONGEST) {
			return new Device(null, null, address);
		}
		Program program = PROGRAMS.get(agent, Device::read);
		return new Device(program.browser(), program.system(), address);
	}

	private static Program read(String agent) {
		return new Program(known(PARSER.parseUserAgent(agent).family), known(PARSER.parseOS(agent).family));
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

	/**
	 * What sends the requests.
	 *
	 * @param browser null where it is not known
	 * @param system null where it is not known
	 */
	private record Program(@Nullable String browser, @Nullable String system) {
	}

}
