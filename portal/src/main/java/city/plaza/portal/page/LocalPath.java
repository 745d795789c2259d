package city.plaza.portal.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where to go on after sign-in: a path of this portal and nothing else, however it is
 * written (open redirects, CWE-601).
 */
public final class LocalPath {

	private static final int LONGEST = 500;

	private LocalPath() {
	}

	/**
	 * Accepts a path.
	 * @param then as the browser sent it
	 * @return path and query, or empty where a browser could read another host in it
	 */
	public static Optional<String> accept(@Nullable String then) {
		if (then == null || then.length() > LONGEST || !then.startsWith("/") || then.startsWith("//")
				|| then.chars().anyMatch((character) -> character == '\\' || character <= ' ' || character > '~')) {
			return Optional.empty();
		}
		try {
			URI uri = new URI(then);
			boolean local = uri.getScheme() == null && uri.getRawAuthority() == null && !uri.getRawPath().contains("//")
					&& !uri.getRawPath().contains("/.");
			return local ? Optional.of(then) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
