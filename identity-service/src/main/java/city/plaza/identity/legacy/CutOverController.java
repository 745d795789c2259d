package city.plaza.identity.legacy;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Registration", description = "From an email address and a password to a confirmed resident.")
class CutOverController {

	private final CutOver cutOver;

	CutOverController(CutOver cutOver) {
		this.cutOver = cutOver;
	}

	@GetMapping("/api/v1/registrations/legacy")
	@SecurityRequirements
	@Operation(operationId = "getCutOver", summary = "From when residents of the portal before register anew",
			description = "With the email address of the old account, by a mailed code or a provider's sign-in; what "
					+ "was linked to it comes back then.")
	Mono<CutOverResponse> read() {
		return Mono.fromSupplier(() -> new CutOverResponse(this.cutOver.date().orElse(null), this.cutOver.hasBegun()));
	}

	/**
	 * When it begins.
	 *
	 * @param cutOver first day of it in the city; null where nobody registers anew
	 * @param begun whether that day has come
	 */
	record CutOverResponse(@Nullable LocalDate cutOver, boolean begun) {
	}

}
