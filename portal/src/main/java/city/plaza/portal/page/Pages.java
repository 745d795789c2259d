package city.plaza.portal.page;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;

/** Redirects to pages. */
public final class Pages {

	private Pages() {
	}

	/**
	 * Sends the browser on by GET (303), so that a reload repeats nothing.
	 * @param path of this portal, with a place such as {@code {id}} for each value
	 * @param values encoded here
	 * @return the redirect
	 */
	public static Rendering seeOther(String path, Object... values) {
		return seeOther(UriComponentsBuilder.fromUriString(path).encode().buildAndExpand(values).toUri());
	}

	/**
	 * Sends the browser on by GET (303).
	 * @param address checked before, if it is not this portal's
	 * @return the redirect
	 */
	public static Rendering seeOther(URI address) {
		return Rendering.redirectTo(address.toString())
			.status(HttpStatus.SEE_OTHER)
			.contextRelative(true)
			.propagateQuery(false)
			.build();
	}

}
