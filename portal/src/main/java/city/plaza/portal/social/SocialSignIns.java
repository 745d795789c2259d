package city.plaza.portal.social;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's sign-ins by providers. */
@HttpExchange
interface SocialSignIns {

	@PostExchange("/internal/v1/social-sign-ins")
	Mono<Started> start(@RequestBody Start start);

	@PostExchange("/internal/v1/me/provider-connections")
	Mono<Started> connect(@RequestBody Connection connection);

	@PostExchange("/internal/v1/social-sign-ins/return")
	Mono<Returned> receive(@RequestBody Return response);

	@PostExchange("/internal/v1/social-sign-ins/ticket")
	Mono<Next> next(@RequestBody Ticket ticket);

	@PostExchange("/internal/v1/social-sign-ins/account")
	Mono<Session> create(@RequestBody NewAccount account);

	@PostExchange("/internal/v1/social-sign-ins/join")
	Mono<Session> join(@RequestBody Join join);

	@PostExchange("/internal/v1/social-sign-ins/join/codes")
	Mono<Void> sendJoinCode(@RequestBody Ticket ticket);

	@PostExchange("/internal/v1/social-sign-ins/join/code")
	Mono<Session> joinByCode(@RequestBody JoinCode join);

	@PostExchange("/internal/v1/social-sign-ins/registration")
	Mono<Registration> register(@RequestBody NewAddress address);

	@GetExchange("/api/v1/me/sign-in-methods")
	Mono<Methods> methods();

	@PostExchange("/api/v1/me/sign-in-methods/{id}/removal")
	Mono<Void> remove(@PathVariable String id);

	/** Where to go, and to go on afterwards. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Start(String provider, @Nullable String then) {
	}

	/** What to connect. */
	record Connection(String provider) {
	}

	/** Where the browser goes, and what it keeps meanwhile. */
	record Started(String address, String flow) {
	}

	/** What a browser brought back. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Return(String provider, @Nullable String flow, @Nullable String state, @Nullable String code,
			@Nullable String error, @Nullable String issuer, @Nullable String deviceToken) {
	}

	/** What comes next. */
	record Returned(String step, @Nullable String reason, boolean connecting, @Nullable Session session,
			@Nullable Session secondStep, @Nullable String ticket, @Nullable String then) {
	}

	/** What a browser is signed in with, or the second step that has to come before. */
	record Session(@Nullable String sessionToken, @Nullable String deviceToken, @Nullable String pendingToken,
			@Nullable List<String> methods) {
	}

	/** Whose step it is. */
	record Ticket(@Nullable String ticket) {
	}

	/** What a person has to do. */
	record Next(String step, String provider, @Nullable String email, @Nullable String givenName,
			@Nullable String familyName, List<String> signInBy, @Nullable String then) {
	}

	/** An account to be made. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NewAccount(@Nullable String ticket, @Nullable String givenName, @Nullable String familyName,
			@Nullable String deviceToken) {
	}

	/** An account to be joined. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Join(@Nullable String ticket, String password, @Nullable String deviceToken) {
	}

	/** The same by a code. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record JoinCode(@Nullable String ticket, String code, @Nullable String deviceToken) {
	}

	/** An address to be proved. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NewAddress(@Nullable String ticket, @Nullable String email, @Nullable String givenName,
			@Nullable String familyName) {
	}

	/** What is confirmed by a code. */
	record Registration(String id) {
	}

	/** How the visitor can sign in. */
	record Methods(boolean hasPassword, List<Method> items) {
	}

	/** An account at a provider. */
	record Method(String id, String provider, @Nullable String email, Instant addedAt, @Nullable Instant usedAt) {
	}

}
