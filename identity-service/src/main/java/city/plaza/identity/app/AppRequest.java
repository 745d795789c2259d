package city.plaza.identity.app;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An app's request for a sign-in, as it came in the browser's address.
 *
 * @param app that asks
 * @param redirectUri where it wants the browser back
 * @param state to send back as it is
 * @param challenge of the proof that only the same app can give (RFC 7636, S256)
 * @param nonce for the id token, if it wants one
 * @param wantsIdToken whether its scope holds {@code openid}
 */
record AppRequest(AppSettings.App app, String redirectUri, @Nullable String state, String challenge,
		@Nullable String nonce, boolean wantsIdToken) {

	private static final int LONGEST = 2000;

	private static final int LONGEST_VALUE = 512;

	/** BASE64URL of SHA-256. */
	private static final int CHALLENGE_LENGTH = 43;

	/** What became of reading a request. */
	sealed interface Reading {

		/** It can be asked of the resident. */
		record Valid(AppRequest request) implements Reading {
		}

		/**
		 * The app is at fault, and learns it.
		 *
		 * @param address with the error, to send the browser to
		 */
		record Refused(URI address) implements Reading {
		}

		/** No known app, or not its address: the browser is sent nowhere. */
		record Unknown() implements Reading {
		}

	}

	/**
	 * Reads a request.
	 * @param query of the address, as it came
	 * @return what it asks for
	 */
	static Reading read(String query, AppSettings apps) {
		if (query.length() > LONGEST) {
			return new Reading.Unknown();
		}
		Map<String, List<String>> all = URLUtils.parseParameters(query);
		@Nullable String id = only(all, "client_id");
		@Nullable String redirect = only(all, "redirect_uri");
		AppSettings.App app = (id != null) ? apps.of(id).orElse(null) : null;
		if (app == null || redirect == null || !app.redirectUris().contains(redirect)) {
			return new Reading.Unknown();
		}
		@Nullable String state = only(all, "state");
		try {
			return read(all, AuthorizationRequest.parse(query), app, redirect, state);
		}
		catch (ParseException ex) {
			return refuse(redirect, state,
					(ex.getErrorObject() != null) ? ex.getErrorObject().getCode() : OAuth2Error.INVALID_REQUEST_CODE);
		}
	}

	private static Reading read(Map<String, List<String>> all, AuthorizationRequest request, AppSettings.App app,
			String redirect, @Nullable String state) {
		if (all.values()
			.stream()
			.anyMatch((values) -> values.size() != 1 || values.getFirst().length() > LONGEST_VALUE)) {
			return refuse(redirect, state, OAuth2Error.INVALID_REQUEST_CODE);
		}
		if (!ResponseType.CODE.equals(request.getResponseType())) {
			return refuse(redirect, state, OAuth2Error.UNSUPPORTED_RESPONSE_TYPE_CODE);
		}
		boolean isByQuery = request.getResponseMode() == null || ResponseMode.QUERY.equals(request.getResponseMode());
		if (!isByQuery || request.getCodeChallenge() == null
				|| request.getCodeChallenge().getValue().length() != CHALLENGE_LENGTH
				|| !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod()) || all.containsKey("request")
				|| all.containsKey("request_uri")) {
			return refuse(redirect, state, OAuth2Error.INVALID_REQUEST_CODE);
		}
		if ("none".equals(only(all, "prompt"))) {
			// The resident is always asked: another app may have taken the address.
			return refuse(redirect, state, "interaction_required");
		}
		boolean openId = request.getScope() != null && request.getScope().contains("openid");
		return new Reading.Valid(new AppRequest(app, redirect, state, request.getCodeChallenge().getValue(),
				openId ? only(all, "nonce") : null, openId));
	}

	/** Where the browser goes with the code; with the issuer (RFC 9207). */
	URI granted(String code, String issuer) {
		return address(this.redirectUri, this.state, Map.of("code", code, "iss", issuer));
	}

	URI denied() {
		return address(this.redirectUri, this.state, Map.of("error", OAuth2Error.ACCESS_DENIED_CODE));
	}

	private static Reading refuse(String redirect, @Nullable String state, String error) {
		return new Reading.Refused(address(redirect, state, Map.of("error", error)));
	}

	private static URI address(String redirect, @Nullable String state, Map<String, String> parameters) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(redirect);
		new TreeMap<>(parameters).forEach((name, value) -> address.queryParam(name, UriUtils.encode(value, UTF_8)));
		if (state != null) {
			address.queryParam("state", UriUtils.encode(new State(state).getValue(), UTF_8));
		}
		return address.build(true).toUri();
	}

	private static @Nullable String only(Map<String, List<String>> all, String name) {
		List<String> values = all.get(name);
		return (values != null && values.size() == 1 && !values.getFirst().isEmpty()) ? values.getFirst() : null;
	}

}
