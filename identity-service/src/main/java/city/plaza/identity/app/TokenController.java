package city.plaza.identity.app;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.session.RefreshSession;
import city.plaza.identity.session.RevokeToken;
import city.plaza.identity.token.AccessTokens;
import city.plaza.identity.token.IdTokens;
import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * The token and the revocation endpoint. Their errors are those of RFC 6749, section 5.2,
 * which client libraries expect, not problem details.
 */
@RestController
@Hidden
class TokenController {

	private static final URI HERE = URI.create("https://plaza.invalid/oauth2/token");

	private final AppSettings apps;

	private final ExchangeCode exchangeCode;

	private final RefreshSession refreshSession;

	private final RevokeToken revokeToken;

	private final AccessTokens accessTokens;

	private final IdTokens idTokens;

	TokenController(AppSettings apps, ExchangeCode exchangeCode, RefreshSession refreshSession, RevokeToken revokeToken,
			AccessTokens accessTokens, IdTokens idTokens) {
		this.apps = apps;
		this.exchangeCode = exchangeCode;
		this.refreshSession = refreshSession;
		this.revokeToken = revokeToken;
		this.accessTokens = accessTokens;
		this.idTokens = idTokens;
	}

	@PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<Map<String, Object>>> token(ServerWebExchange exchange) {
		return exchange.getFormData().flatMap(this::token);
	}

	private Mono<ResponseEntity<Map<String, Object>>> token(Map<String, List<String>> form) {
		TokenRequest request;
		try {
			request = TokenRequest.parse(read(form));
		}
		catch (ParseException | IllegalArgumentException ex) {
			return Mono.just(refused(errorOf(ex)));
		}
		String app = (request.getClientID() != null) ? request.getClientID().getValue() : "";
		if (this.apps.of(app).isEmpty()) {
			return Mono.just(refused(OAuth2Error.INVALID_CLIENT));
		}
		return switch (request.getAuthorizationGrant()) {
			case AuthorizationCodeGrant grant -> this.exchangeCode.exchange(app, grant)
				.flatMap((exchanged) -> granted(exchanged.session(), app, exchanged.given()))
				.defaultIfEmpty(refused(OAuth2Error.INVALID_GRANT));
			case RefreshTokenGrant grant -> this.refreshSession.refresh(Secret.of(grant.getRefreshToken().getValue()))
				.flatMap((opened) -> granted(opened, app, null))
				.defaultIfEmpty(refused(OAuth2Error.INVALID_GRANT));
			default -> Mono.just(refused(OAuth2Error.UNSUPPORTED_GRANT_TYPE));
		};
	}

	@PostMapping(path = "/oauth2/revoke", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	Mono<ResponseEntity<Map<String, Object>>> revoke(ServerWebExchange exchange) {
		return exchange.getFormData().flatMap(this::revoke);
	}

	private Mono<ResponseEntity<Map<String, Object>>> revoke(Map<String, List<String>> form) {
		try {
			String token = TokenRevocationRequest.parse(read(form)).getToken().getValue();
			return this.revokeToken.revoke(Secret.of(token)).thenReturn(ResponseEntity.ok().build());
		}
		catch (ParseException | IllegalArgumentException ex) {
			return Mono.just(refused(errorOf(ex)));
		}
	}

	private Mono<ResponseEntity<Map<String, Object>>> granted(OpenedSession opened, String app,
			AuthorizationCodes.@Nullable Given given) {
		Mono<String> idToken = (given != null && given.wantsIdToken())
				? this.idTokens.issue(opened.account(), app, given.nonce(), given.signedInAt()) : Mono.just("");
		return this.accessTokens.issue(opened.account(), opened.session().id().value(), opened.session().endsAt())
			.zipWith(idToken, (issued, id) -> {
				Map<String, Object> body = new LinkedHashMap<>();
				body.put("access_token", issued.token().reveal());
				body.put("token_type", "Bearer");
				body.put("expires_in", issued.expiresIn().toSeconds());
				body.put("refresh_token", opened.secret().reveal());
				if (!id.isEmpty()) {
					body.put("id_token", id);
				}
				return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
			});
	}

	private static HTTPRequest read(Map<String, List<String>> form) {
		HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, HERE);
		request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
		request.setBody(URLUtils.serializeParameters(form));
		return request;
	}

	private static ErrorObject errorOf(Exception ex) {
		return (ex instanceof ParseException parse && parse.getErrorObject() != null) ? parse.getErrorObject()
				: OAuth2Error.INVALID_REQUEST;
	}

	/** The code alone: descriptions of a library might repeat what was sent. */
	private static ResponseEntity<Map<String, Object>> refused(ErrorObject error) {
		HttpStatus status = OAuth2Error.INVALID_CLIENT.getCode().equals(error.getCode()) ? HttpStatus.UNAUTHORIZED
				: HttpStatus.BAD_REQUEST;
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.body(Map.of("error", error.getCode()));
	}

}
