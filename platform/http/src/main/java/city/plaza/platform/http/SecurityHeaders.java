package city.plaza.platform.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * The headers that every response carries, errors and files included. A response that
 * names its own value, such as a page its Content-Security-Policy, keeps it. They wrap
 * the whole server, so that what a filter refuses carries them too.
 */
final class SecurityHeaders {

	private final Map<String, String> headers = new LinkedHashMap<>();

	/**
	 * For one process.
	 * @param isPublicByTls whether residents reach Plaza by https: browsers are then
	 * instructed to use nothing else for two years (RFC 6797), whichever proxy ends TLS
	 */
	SecurityHeaders(boolean isPublicByTls) {
		this.headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
		this.headers.put("X-Content-Type-Options", "nosniff");
		this.headers.put("X-Frame-Options", "DENY");
		this.headers.put("Referrer-Policy", "no-referrer");
		this.headers.put("Cross-Origin-Opener-Policy", "same-origin");
		this.headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
		if (isPublicByTls) {
			this.headers.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
		}
	}

	HttpHandler givenBy(HttpHandler server) {
		return (request, response) -> server.handle(request, new LastCommitAction(response, this::addTo));
	}

	void forEach(BiConsumer<String, String> header) {
		this.headers.forEach(header);
	}

	private void addTo(HttpHeaders response) {
		this.headers.forEach((name, value) -> {
			if (!response.containsHeader(name)) {
				response.set(name, value);
			}
		});
		String caching = response.getCacheControl();
		if (caching == null) {
			response.setCacheControl("no-store");
		}
		else if (!caching.contains("no-store") && response.getVary().isEmpty()) {
			// Whoever keeps it must not hand a compressed one to a client that cannot
			// read it.
			response.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		}
	}

}
