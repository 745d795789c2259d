package city.plaza.portal.staff;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** identity-service's members of staff and their invitations. */
@HttpExchange("/api/v1/staff")
interface StaffPeople {

	/** What a member may do, in the order in which forms show it. */
	List<String> ROLES = List.of("finance", "help-desk", "administrator");

	@GetExchange("/people")
	Mono<Staff> all();

	@PutExchange("/people/{id}/roles")
	Mono<Void> changeRoles(@PathVariable String id, @RequestBody Roles roles);

	@PutExchange("/people/{id}/suspension")
	Mono<Void> suspend(@PathVariable String id);

	@DeleteExchange("/people/{id}/suspension")
	Mono<Void> restore(@PathVariable String id);

	@DeleteExchange("/people/{id}")
	Mono<Void> remove(@PathVariable String id);

	@PostExchange("/invitations")
	Mono<Void> invite(@RequestBody NewInvitation invitation);

	@DeleteExchange("/invitations/{id}")
	Mono<Void> withdraw(@PathVariable String id);

	/** It needs no sign-in. */
	@PostExchange("/invitations/acceptance")
	Mono<Void> accept(@RequestBody Acceptance acceptance);

	record Staff(List<Member> members, List<Invitation> invitations) {
	}

	record Member(String id, String email, String givenName, String familyName, List<String> roles, Instant joinedAt,
			@Nullable Instant lastSignInAt, boolean suspended, boolean namedInSettings) {

		public String fullName() {
			return this.givenName + " " + this.familyName;
		}

	}

	record Invitation(String id, String email, List<String> roles, Instant invitedAt, Instant expiresAt) {
	}

	record Roles(List<String> roles) {
	}

	record NewInvitation(String email, List<String> roles) {
	}

	/** Its text would hold the token and the password. */
	record Acceptance(String token, @Nullable String givenName, @Nullable String familyName,
			@Nullable String password) {

		@Override
		public String toString() {
			return "Acceptance[***]";
		}

	}

}
