package city.plaza.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/**
 * What a request must be before anything reads more of it (RFC 9112): its version, its
 * one host, its framing, its target and its method, each a rule. Whatever two readers
 * could understand in two ways is refused.
 */
final class RequestRules {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	private static final Set<String> OFFER = Set.of("upgrade", "http2-settings");

	private static final Pattern HOST = Pattern
		.compile("(?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.?|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

	private static final int LAST_PORT = 65_535;

	private static final Pattern ABSOLUTE = Pattern.compile("https?://([^/?#]*)(.*)", Pattern.CASE_INSENSITIVE);

	private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

	private static final List<Function<HttpRequest, Optional<Refusal>>> RULES = List.of(RequestRules::version,
			RequestRules::host, RequestRules::framing, RequestRules::method, RequestRules::upgrade,
			RequestRules::target);

	private RequestRules() {
	}

	/**
	 * Checks a request as it was decoded. An accepted target stands in origin form after
	 * that, and an offer of HTTP/2 is gone.
	 * @return the first rule that it breaks
	 */
	static Optional<Refusal> check(HttpRequest request) {
		if (request.decoderResult().isFailure()) {
			return Optional.of(undecodable(request.decoderResult()));
		}
		for (Function<HttpRequest, Optional<Refusal>> rule : RULES) {
			Optional<Refusal> broken = rule.apply(request);
			if (broken.isPresent()) {
				return broken;
			}
		}
		return Optional.empty();
	}

	/**
	 * Why something could not be decoded.
	 * @param result failed
	 */
	static Refusal undecodable(DecoderResult result) {
		return switch (result.cause()) {
			case TooLongHttpLineException line -> Refusal.ADDRESS_TOO_LONG;
			case TooLongHttpHeaderException headers -> Refusal.HEADERS_TOO_LARGE;
			default -> Refusal.MALFORMED;
		};
	}

	private static Optional<Refusal> version(HttpRequest request) {
		HttpVersion version = request.protocolVersion();
		return refuse(!HttpVersion.HTTP_1_1.equals(version) && !HttpVersion.HTTP_1_0.equals(version),
				Refusal.VERSION_NOT_SUPPORTED);
	}

	private static Optional<Refusal> host(HttpRequest request) {
		List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
		boolean mayBeAbsent = HttpVersion.HTTP_1_0.equals(request.protocolVersion());
		boolean isGood = hosts.isEmpty() ? mayBeAbsent : hosts.size() == 1 && isHost(hosts.getFirst());
		return refuse(!isGood, Refusal.BAD_HOST);
	}

	private static boolean isHost(String host) {
		var parts = HOST.matcher(host);
		// What the pattern lets through outside of brackets is always a URI.
		return parts.matches() && (parts.group(1) == null || Integer.parseInt(parts.group(1)) <= LAST_PORT)
				&& (!host.startsWith("[") || isUri(host, "/"));
	}

	/** Either one plain length or chunks, never both; HTTP/1.0 knows no chunks. */
	private static Optional<Refusal> framing(HttpRequest request) {
		List<String> lengths = request.headers().getAll(HttpHeaderNames.CONTENT_LENGTH);
		List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
		if (codings.isEmpty()) {
			return refuse(lengths.size() > 1 || lengths.stream().anyMatch((it) -> !DIGITS.matcher(it).matches()),
					Refusal.BAD_FRAMING);
		}
		boolean isGood = lengths.isEmpty() && codings.size() == 1 && "chunked".equalsIgnoreCase(codings.getFirst())
				&& HttpVersion.HTTP_1_1.equals(request.protocolVersion());
		return refuse(!isGood, Refusal.BAD_FRAMING);
	}

	private static Optional<Refusal> method(HttpRequest request) {
		return refuse(!METHODS.contains(request.method().name()), Refusal.METHOD_NOT_IMPLEMENTED);
	}

	/**
	 * A client may offer HTTP/2 with any request, as Java's own does with each: the offer
	 * is removed, so that no handler accepts it. Any other upgrade is refused.
	 */
	private static Optional<Refusal> upgrade(HttpRequest request) {
		if (!request.headers().contains(HttpHeaderNames.CONNECTION)
				&& !request.headers().contains(HttpHeaderNames.UPGRADE)) {
			return Optional.empty();
		}
		List<String> options = request.headers()
			.getAll(HttpHeaderNames.CONNECTION)
			.stream()
			.flatMap((line) -> Stream.of(line.split(",", -1)))
			.map((option) -> option.strip().toLowerCase(Locale.ROOT))
			.toList();
		List<String> protocols = request.headers().getAll(HttpHeaderNames.UPGRADE);
		if (protocols.isEmpty()) {
			return refuse(options.contains("upgrade"), Refusal.UPGRADE_NOT_SUPPORTED);
		}
		if (!protocols.stream().allMatch("h2c"::equalsIgnoreCase)) {
			return Optional.of(Refusal.UPGRADE_NOT_SUPPORTED);
		}
		request.headers().remove(HttpHeaderNames.UPGRADE).remove("HTTP2-Settings");
		List<String> others = options.stream().filter((option) -> !OFFER.contains(option)).toList();
		request.headers().remove(HttpHeaderNames.CONNECTION);
		if (!others.isEmpty()) {
			request.headers().set(HttpHeaderNames.CONNECTION, String.join(", ", others));
		}
		return Optional.empty();
	}

	private static Optional<Refusal> target(HttpRequest request) {
		String target = request.uri();
		if (isPlain(target)) {
			return Optional.empty();
		}
		var absolute = ABSOLUTE.matcher(target);
		if (absolute.matches()) {
			if (!absolute.group(1).equalsIgnoreCase(request.headers().get(HttpHeaderNames.HOST))) {
				return Optional.of(Refusal.BAD_HOST);
			}
			String rest = absolute.group(2);
			target = rest.startsWith("/") ? rest : "/" + rest;
			request.setUri(target);
		}
		return refuse(!target.startsWith("/") || target.indexOf('#') >= 0 || !isUri("plaza", target),
				Refusal.BAD_ADDRESS);
	}

	/** Nearly all are: a path and parameters that no reader takes in two ways. */
	private static boolean isPlain(String target) {
		return target.startsWith("/") && target.chars().allMatch(RequestRules::isPlain);
	}

	private static boolean isPlain(int character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || "/-._~?=&".indexOf(character) >= 0;
	}

	private static boolean isUri(String host, String target) {
		try {
			// As the server reads it later; it would respond without a body.
			return new URI("http://" + host + target).toASCIIString().endsWith(target);
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private static Optional<Refusal> refuse(boolean isBroken, Refusal refusal) {
		return isBroken ? Optional.of(refusal) : Optional.empty();
	}

}
