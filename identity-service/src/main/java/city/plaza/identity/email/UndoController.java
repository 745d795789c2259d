package city.plaza.identity.email;

import city.plaza.identity.secret.Secret;
import city.plaza.platform.openapi.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The token comes in the body, never in an address of the API, which others would log.
 */
@RestController
@Tag(name = "My account", description = "The account of the caller.")
@SecurityRequirements
class UndoController {

	private final UndoEmailChange undo;

	UndoController(UndoEmailChange undo) {
		this.undo = undo;
	}

	@PostMapping("/api/v1/email-change-undos")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "undoEmailChange", summary = "Take a change of address back",
			description = """
					Needs the token that was mailed to the old address; it works once. All sessions end and the password no longer \
					works: have it reset next.""")
	@Problems(EmailChangeProblems.OfUndoing.class)
	Mono<Void> undo(@RequestBody UndoRequest body) {
		Secret token = body.token();
		if (token == null) {
			return Mono.error(EmailChangeProblems.UNDO_UNKNOWN.asException());
		}
		return this.undo.undo(token).flatMap((outcome) -> switch (outcome) {
			case UNDONE -> Mono.empty();
			case UNKNOWN -> Mono.error(EmailChangeProblems.UNDO_UNKNOWN.asException());
			case TAKEN -> Mono.error(EmailChangeProblems.UNDO_TAKEN.asException());
		});
	}

	/**
	 * What takes it back.
	 *
	 * @param token of the email to the old address
	 */
	@Schema(requiredProperties = "token")
	record UndoRequest(@Nullable Secret token) {
	}

}
