package city.plaza.platform.security;

import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;

/** Why a caller is refused before a controller sees the request. */
public final class AccessProblems {

	/** There is no access token, or it is not valid. */
	public static final Problem UNAUTHENTICATED = Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated",
			"Please sign in, or send a valid access token.");

	/** The token is valid, but not for this request. */
	public static final Problem FORBIDDEN = Problem.of(HttpStatus.FORBIDDEN, "forbidden",
			"This account may not do this.");

	private AccessProblems() {
	}

}
