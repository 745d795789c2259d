package city.plaza.portal.page;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/** The answers a page's controller gives. */
public final class Pages {

	private Pages() {
	}

	/**
	 * Sends the browser on by GET (303), so that a reload repeats nothing.
	 * @param path of this portal, encoded where it holds a value
	 * @return the redirect
	 */
	public static Rendering seeOther(String path) {
		return seeOther(URI.create(path));
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

	/**
	 * Shows a form again with what is wrong.
	 * @param view its template
	 * @param errors what to tell
	 * @return status 422, to be filled with the kept input
	 */
	public static Rendering.Builder<?> again(String view, FormErrors errors) {
		return Rendering.view(view).status(HttpStatus.UNPROCESSABLE_CONTENT).modelAttribute(FormErrors.NAME, errors);
	}

}
