package city.plaza.portal.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriUtils;

/**
 * Where a visitor goes who has to sign in first, so that afterwards they are where they
 * were. A form goes along as it was sent, and is kept on the page of the sign-in.
 *
 * @param status see other, or temporary redirect for a form
 * @param address of the portal
 */
public record SignInAgain(HttpStatus status, URI address) {

	/** Takes a form whose sender has to sign in first. */
	public static final String FORM_ADDRESS = "/session-ended";

	/**
	 * Where to go from a request.
	 * @param request that needs a sign-in
	 */
	public static SignInAgain from(ServerHttpRequest request) {
		if (HttpMethod.GET.equals(request.getMethod())) {
			return seeOther(here(request));
		}
		if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(request.getHeaders().getContentType())) {
			return new SignInAgain(HttpStatus.TEMPORARY_REDIRECT, with(FORM_ADDRESS, here(request)));
		}
		return seeOther(Referrer.of(request).orElse("/"));
	}

	private static SignInAgain seeOther(String then) {
		return new SignInAgain(HttpStatus.SEE_OTHER, with("/sign-in", then));
	}

	private static URI with(String address, String then) {
		return LocalPath.accept(then)
			.map((path) -> URI.create(address + "?then=" + UriUtils.encode(path, StandardCharsets.UTF_8)))
			.orElseGet(() -> URI.create(address));
	}

	private static String here(ServerHttpRequest request) {
		String query = request.getURI().getRawQuery();
		return request.getPath().value() + Optional.ofNullable(query).map((text) -> "?" + text).orElse("");
	}

}
