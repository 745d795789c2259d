package city.plaza.identity.me;

import java.time.Instant;
import java.util.List;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.completion.ProgressResponse;
import city.plaza.identity.profile.AddressResponse;
import city.plaza.identity.profile.ContactResponse;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "My account", description = "The account of the caller.")
class MeController {

	private final ReadMe readMe;

	MeController(ReadMe readMe) {
		this.readMe = readMe;
	}

	@GetMapping("/api/v1/me")
	@Operation(operationId = "getMe", summary = "Who is signed in", description = "Residents and staff alike.")
	@Problems(NoAccount.class)
	Mono<MeResponse> me(Caller caller) {
		return this.readMe.read(caller)
			.map(MeResponse::of)
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

	/** The account was removed after the token was issued. */
	static class NoAccount implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.notFound());
		}

	}

	/**
	 * The account of the caller.
	 *
	 * @param id of the resident or staff member
	 * @param email also the user name
	 * @param givenName to greet by
	 * @param familyName to greet by
	 * @param roles of staff; none of a resident
	 * @param registeredAt when the account came to be
	 * @param lastSignInAt the sign-in before this session's, null at first
	 * @param language of emails, {@code en} or {@code es}
	 * @param contact how to reach a resident; null until it is entered
	 * @param address for mail; null until it is entered
	 * @param registration how far the registration of a resident has come; null of staff
	 * @param hasPassword whether by email address and password as well; false of who
	 * signs in by a provider or a passkey alone
	 */
	record MeResponse(AccountId id, String email, String givenName, String familyName, List<String> roles,
			Instant registeredAt, @Nullable Instant lastSignInAt, String language, @Nullable ContactResponse contact,
			@Nullable AddressResponse address, @Nullable ProgressResponse registration, boolean hasPassword) {

		static MeResponse of(ReadMe.Me me) {
			Account account = me.account();
			return new MeResponse(account.id(), account.email().value(), account.givenName().value(),
					account.familyName().value(), account.roles().stream().sorted().toList(), account.registeredAt(),
					me.session().previousSignInAt(), account.language().tag(),
					ContactResponse.of(me.profile().contact()), AddressResponse.of(me.profile().address()),
					me.progress(), account.passwordHash() != null);
		}

	}

}
