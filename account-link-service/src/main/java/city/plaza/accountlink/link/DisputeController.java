package city.plaza.accountlink.link;

import java.util.List;

import city.plaza.accountlink.dispute.DisputeToken;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Customer links", description = "A resident's standing access to customer accounts.")
class DisputeController {

	private final DisputeLink disputeLink;

	DisputeController(DisputeLink disputeLink) {
		this.disputeLink = disputeLink;
	}

	@SecurityRequirements
	@Problems(UnknownToken.class)
	@PostMapping("/api/v1/customer-links/disputes")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "disputeLink", summary = "Dispute a link to your account that someone else made",
			description = "With the token of the e-mail and without a sign-in. The link is suspended, and the help desk "
					+ "is notified. A token that was used before changes nothing.")
	Mono<Void> dispute(@Valid @RequestBody DisputeBody body) {
		return this.disputeLink.dispute(new DisputeToken(body.token()))
			.flatMap((known) -> known ? Mono.<Void>empty() : Mono.error(unknown()::asException));
	}

	private static Problem unknown() {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-dispute", "This token is not known, or too old.");
	}

	/** A token of no dispute. */
	static class UnknownToken implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(unknown());
		}

	}

	/**
	 * What proves that the email reached its reader.
	 *
	 * @param token from the link in the email
	 */
	record DisputeBody(@NotBlank(message = "Send the token of the email.") @Size(max = 100,
			message = "A token has at most 100 characters.") String token) {

		@Override
		public String toString() {
			return "DisputeBody[***]";
		}

	}

}
