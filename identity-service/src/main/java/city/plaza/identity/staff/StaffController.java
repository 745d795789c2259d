package city.plaza.identity.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.StaffAccounts;
import city.plaza.identity.account.StaffMember;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/staff/people")
@Tag(name = "Staff", description = "Who works for the city, for administrators.")
class StaffController {

	private final StaffAccounts staff;

	private final Invitations invitations;

	private final ChangeStaff change;

	private final Clock clock;

	StaffController(StaffAccounts staff, Invitations invitations, ChangeStaff change, Clock clock) {
		this.staff = staff;
		this.invitations = invitations;
		this.change = change;
		this.clock = clock;
	}

	@GetMapping
	@Operation(operationId = "listStaff", summary = "All members of staff, and who is invited",
			description = "Members by name, invitations that can be accepted with the oldest first.")
	Mono<StaffList> list() {
		return this.staff.all()
			.zipWith(Mono.defer(() -> this.invitations.open(this.clock.instant())))
			.map((read) -> new StaffList(read.getT1().stream().map(Member::of).toList(),
					read.getT2().stream().map(InvitationController.Invited::of).toList()));
	}

	@PutMapping("/{id}/roles")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "changeStaffRoles", summary = "Give a member of staff other roles",
			description = "Ends their sessions: the next sign-in has the new roles.")
	@Problems(StaffProblems.OfRoles.class)
	Mono<Void> changeRoles(Caller caller, @Parameter(description = "The id of the member.") @PathVariable UUID id,
			@Valid @RequestBody StaffRoles request) {
		return Mono.justOrEmpty(StaffRole.read(request.roles()))
			.switchIfEmpty(Mono.error(StaffProblems.INVALID_ROLES::asException))
			.flatMap((roles) -> done(this.change.roles(new AccountId(id), roles, Actor.of(caller))));
	}

	@PutMapping("/{id}/suspension")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "suspendStaff", summary = "Keep a member of staff from signing in",
			description = "Ends their sessions. It can be undone.")
	@Problems(StaffProblems.OfChanging.class)
	Mono<Void> suspend(Caller caller, @Parameter(description = "The id of the member.") @PathVariable UUID id) {
		return done(this.change.suspend(new AccountId(id), Actor.of(caller)));
	}

	@DeleteMapping("/{id}/suspension")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "restoreStaff", summary = "Let a member of staff sign in again",
			description = "With the roles and the password of before.")
	@Problems(StaffProblems.OfChanging.class)
	Mono<Void> restore(Caller caller, @Parameter(description = "The id of the member.") @PathVariable UUID id) {
		return done(this.change.restore(new AccountId(id), Actor.of(caller)));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "removeStaff", summary = "Remove a member of staff",
			description = "Ends their sessions. What they did stays in the audit trail.")
	@Problems(StaffProblems.OfChanging.class)
	Mono<Void> remove(Caller caller, @Parameter(description = "The id of the member.") @PathVariable UUID id) {
		return done(this.change.remove(new AccountId(id), Actor.of(caller)));
	}

	private static Mono<Void> done(Mono<ChangeStaff.Outcome> changing) {
		return changing.switchIfEmpty(Mono.error(Problem.notFound()::asException)).flatMap((outcome) -> {
			Problem problem = StaffProblems.of(outcome);
			return (problem != null) ? Mono.<Void>error(problem.asException()) : Mono.<Void>empty();
		});
	}

	/**
	 * The staff.
	 *
	 * @param members by family name
	 * @param invitations that can be accepted
	 */
	record StaffList(List<Member> members, List<InvitationController.Invited> invitations) {
	}

	/**
	 * A member of staff.
	 *
	 * @param id of the account
	 * @param email to sign in with
	 * @param givenName to greet by
	 * @param familyName to greet by
	 * @param roles some of finance, help-desk and administrator
	 * @param joinedAt when the account came to be
	 * @param lastSignInAt null before the first sign-in
	 * @param suspended whether they may not sign in for now
	 * @param namedInSettings whether the settings of the service name them, so that
	 * nothing can be changed here
	 */
	record Member(AccountId id, String email, String givenName, String familyName, List<String> roles, Instant joinedAt,
			@Nullable Instant lastSignInAt, boolean suspended, boolean namedInSettings) {

		static Member of(StaffMember member) {
			return new Member(member.id(), member.email(), member.givenName(), member.familyName(),
					member.roles().stream().sorted().toList(), member.joinedAt(), member.lastSignInAt(),
					member.suspendedAt() != null, member.fromSettings());
		}

	}

	/**
	 * What a member may do.
	 *
	 * @param roles some of finance, help-desk and administrator, at least one
	 */
	record StaffRoles(@NotNull(message = "Name the roles of the member.") List<String> roles) {
	}

}
