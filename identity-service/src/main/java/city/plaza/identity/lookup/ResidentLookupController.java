package city.plaza.identity.lookup;

import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Residents", description = "What finance staff may know of residents.")
class ResidentLookupController {

	private static final Problem INVALID_EMAIL = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-email", "Enter an email address like name@example.com.")
		.field("email");

	private final FindResident findResident;

	ResidentLookupController(FindResident findResident) {
		this.findResident = findResident;
	}

	@PostMapping("/api/v1/residents/lookup")
	@Operation(operationId = "lookUpResident", summary = "The id of the resident of an email address",
			description = "For finance staff, to find the payments of a resident. Every lookup is logged.")
	@Problems(Unknown.class)
	Mono<ResidentFound> lookUp(Caller caller, @Valid @RequestBody ResidentLookup lookup) {
		return Mono.justOrEmpty(EmailAddress.read(lookup.email()))
			.switchIfEmpty(Mono.error(INVALID_EMAIL::asException))
			.flatMap((email) -> this.findResident.find(email, caller))
			.map(ResidentFound::new)
			.switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

	/** No address, or nobody's. */
	static class Unknown implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(INVALID_EMAIL, Problem.notFound());
		}

	}

	/**
	 * Whom to look up.
	 *
	 * @param email as registered; upper and lower case are the same
	 */
	record ResidentLookup(@NotBlank(message = "Enter the email address of the resident.") String email) {
	}

	/**
	 * A resident.
	 *
	 * @param id as payments name who paid
	 */
	record ResidentFound(AccountId id) {
	}

}
