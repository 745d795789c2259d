package city.plaza.portal.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The page of this portal on which a form stood that was sent. */
final class Referrer {

	private Referrer() {
	}

	/**
	 * Reads it from the request.
	 * @param request of a form
	 * @return its path and query; empty where the browser does not say
	 */
	static Optional<String> of(ServerHttpRequest request) {
		return Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.REFERER))
			.flatMap(Referrer::read)
			.map(Referrer::pathAndQuery)
			.flatMap(LocalPath::accept);
	}

	static String pathAndQuery(URI address) {
		String query = address.getRawQuery();
		return address.getRawPath() + ((query != null) ? "?" + query : "");
	}

	private static Optional<URI> read(String address) {
		try {
			return Optional.of(new URI(address));
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
