package city.plaza.identity.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.messages.Language;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/staff/invitations")
@Tag(name = "Staff", description = "Who works for the city, for administrators.")
class InvitationController {

	private final InviteStaff invite;

	private final WithdrawInvitation withdraw;

	private final AcceptInvitation accept;

	private final ReadAcceptance read;

	InvitationController(InviteStaff invite, WithdrawInvitation withdraw, AcceptInvitation accept,
			ReadAcceptance read) {
		this.invite = invite;
		this.withdraw = withdraw;
		this.accept = accept;
		this.read = read;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(operationId = "inviteStaff", summary = "Invite somebody to the staff",
			description = "Sends a link to the address that is good once and for some days. An earlier one of the "
					+ "address is of no use any more.")
	@Problems(StaffProblems.OfInviting.class)
	Mono<Invited> invite(Caller caller, @Valid @RequestBody StaffInvitation request) {
		EmailAddress email = EmailAddress.read(request.email()).orElseThrow(StaffProblems.INVALID_EMAIL::asException);
		return Mono.justOrEmpty(StaffRole.read(request.roles()))
			.switchIfEmpty(Mono.error(StaffProblems.INVALID_ROLES::asException))
			.flatMap((roles) -> this.invite.invite(email, roles, Actor.of(caller)))
			.flatMap((outcome) -> switch (outcome) {
				case InviteStaff.Outcome.Invited(var invitation) -> Mono.just(Invited.of(invitation));
				case InviteStaff.Outcome.AddressInUse inUse -> Mono.error(StaffProblems.ADDRESS_IN_USE.asException());
			});
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "withdrawStaffInvitation", summary = "Take an invitation back",
			description = "Its link is of no use any more.")
	@Problems(StaffProblems.Unknown.class)
	Mono<Void> withdraw(Caller caller, @Parameter(description = "The id of the invitation.") @PathVariable UUID id) {
		return this.withdraw.withdraw(new InvitationId(id), Actor.of(caller))
			.flatMap((done) -> done ? Mono.<Void>empty() : Mono.error(Problem.notFound().asException()));
	}

	@PostMapping("/acceptance")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@SecurityRequirements
	@Operation(operationId = "acceptStaffInvitation", summary = "Accept an invitation to the staff",
			description = "With the token of the email, which is good once. Sign in afterwards.")
	@Problems(StaffProblems.OfAccepting.class)
	Mono<Void> accept(@Valid @RequestBody InvitationAcceptance request,
			@Parameter(description = "Chooses the language of all emails to the member, `en` or `es`; English if it "
					+ "is absent or names neither.", example = "es") @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE,
							required = false) @Nullable String language) {
		return this.accept.find(request.token())
			.switchIfEmpty(Mono.error(StaffProblems.UNKNOWN_INVITATION::asException))
			.map((invitation) -> this.read.read(request, invitation))
			.flatMap((person) -> this.accept.accept(request.token(), person.givenName(), person.familyName(),
					person.password(), Language.preferred(language)))
			.flatMap((outcome) -> switch (outcome) {
				case AcceptInvitation.Outcome.Joined joined -> Mono.empty();
				case AcceptInvitation.Outcome.UnknownInvitation unknown ->
					Mono.error(StaffProblems.UNKNOWN_INVITATION.asException());
				case AcceptInvitation.Outcome.AddressInUse inUse ->
					Mono.error(StaffProblems.ADDRESS_IN_USE.asException());
			});
	}

	/**
	 * Who is to be invited.
	 *
	 * @param email where the link goes
	 * @param roles some of finance, help-desk and administrator, at least one
	 */
	record StaffInvitation(@NotNull(message = "Enter the email address to invite.") String email,
			@NotNull(message = "Name the roles of the member.") List<String> roles) {
	}

	/**
	 * Somebody who is invited.
	 *
	 * @param id of the invitation
	 * @param email where the link went
	 * @param roles some of finance, help-desk and administrator
	 * @param invitedAt when
	 * @param expiresAt last moment at which it is accepted
	 */
	record Invited(InvitationId id, String email, List<String> roles, Instant invitedAt, Instant expiresAt) {

		static Invited of(Invitation invitation) {
			return new Invited(invitation.id(), invitation.email().value(),
					invitation.roles().stream().sorted().toList(), invitation.invitedAt(), invitation.expiresAt());
		}

	}

	/**
	 * What a person enters to join.
	 *
	 * @param token from the link in the email
	 * @param givenName at most 100 characters
	 * @param familyName at most 100 characters
	 * @param password 15 to 128 characters of any kind
	 */
	@Schema(requiredProperties = { "token", "givenName", "familyName", "password" })
	record InvitationAcceptance(@NotNull(message = "Send the token of the email.") Secret token,
			@Nullable String givenName, @Nullable String familyName, @Nullable Secret password) {
	}

}
