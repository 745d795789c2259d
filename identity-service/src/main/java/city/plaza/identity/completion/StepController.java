package city.plaza.identity.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.profile.ReadAddress;
import city.plaza.identity.profile.ReadContact;
import city.plaza.platform.messages.Language;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.Problem.FieldError;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "My registration")
class StepController {

	private final AcceptText acceptText;

	private final EnterStep enter;

	private final Sign sign;

	private final FindProgress progress;

	StepController(AcceptText acceptText, EnterStep enter, Sign sign, FindProgress progress) {
		this.acceptText = acceptText;
		this.enter = enter;
		this.sign = sign;
		this.progress = progress;
	}

	@PutMapping("/acknowledgment")
	@Operation(operationId = "acceptAcknowledgment", summary = "Accept the city's text",
			description = """
					The text, its version, the language in which it was read and the time are kept. After a change of the text, \
					and once the registration is submitted, it is refused.""")
	@Problems(CompletionProblems.OfAcknowledgment.class)
	Mono<ProgressResponse> accept(Caller caller, @RequestBody AcknowledgmentRequest request) {
		AccountId resident = CompletionController.resident(caller);
		Optional<Language> language = Language.of(request.language());
		List<FieldError> errors = new ArrayList<>();
		if (!Boolean.TRUE.equals(request.accepted())) {
			errors.add(CompletionProblems.NOT_ACCEPTED);
		}
		if (request.version() == null || request.version().isBlank()) {
			errors.add(CompletionProblems.NO_VERSION);
		}
		if (language.isEmpty()) {
			errors.add(CompletionProblems.UNKNOWN_LANGUAGE);
		}
		if (!errors.isEmpty()) {
			return invalid(errors);
		}
		return this.acceptText.accept(resident, String.valueOf(request.version()), language.orElseThrow())
			.switchIfEmpty(absent())
			.flatMap((kept) -> progress(resident, kept, CompletionProblems.TEXT_CHANGED));
	}

	@PutMapping("/contact")
	@Operation(operationId = "enterContact", summary = "Enter or change how to be reached",
			description = """
					A phone number is required for the preferences `text-message` and `phone`; one without a country is of the \
					United States. Before the registration is submitted the contact is only kept, later it is in force at once.""")
	@Problems(CompletionProblems.OfContact.class)
	Mono<ProgressResponse> contact(Caller caller, @RequestBody ContactRequest request) {
		AccountId resident = CompletionController.resident(caller);
		return switch (ReadContact.read(request.preference(), request.phone(), request.language())) {
			case ReadContact.Outcome.Refused(var errors) -> invalid(errors);
			case ReadContact.Outcome.Accepted(var contact) -> this.enter.contact(resident, contact)
				.switchIfEmpty(absent())
				.flatMap((entered) -> this.progress.of(resident));
		};
	}

	@PutMapping("/address")
	@Operation(operationId = "enterAddress", summary = "Enter or change the postal address", description = """
			In the United States, its territories or its military mail: APO, FPO and DPO go with AA, AE and AP. Before \
			the registration is submitted the address is only kept, later it is in force at once.""")
	@Problems(CompletionProblems.OfAddress.class)
	Mono<ProgressResponse> address(Caller caller, @RequestBody AddressRequest request) {
		AccountId resident = CompletionController.resident(caller);
		return switch (ReadAddress.read(request.line1(), request.line2(), request.city(), request.state(),
				request.postalCode())) {
			case ReadAddress.Outcome.Refused(var errors) -> invalid(errors);
			case ReadAddress.Outcome.Accepted(var address) -> this.enter.address(resident, address)
				.switchIfEmpty(absent())
				.flatMap((entered) -> this.progress.of(resident));
		};
	}

	@PutMapping("/signature")
	@Operation(operationId = "enterSignature", summary = "Sign the registration", description = """
			The name is typed; the signature is that name, or strokes drawn beside it. Kept with the time and the text \
			that was accepted. Once the registration is submitted it stays as it is.""")
	@Problems(CompletionProblems.OfSignature.class)
	Mono<ProgressResponse> sign(Caller caller, @RequestBody SignatureRequest request) {
		AccountId resident = CompletionController.resident(caller);
		Drawing drawing = (request.drawing() != null) ? request.drawing().drawing() : null;
		return switch (ReadSignature.read(request.name(), request.method(), drawing)) {
			case ReadSignature.Outcome.Refused(var errors) -> invalid(errors);
			case ReadSignature.Outcome.Accepted(var signature) -> this.sign.sign(resident, signature)
				.switchIfEmpty(absent())
				.flatMap((kept) -> progress(resident, kept, CompletionProblems.UNREAD));
		};
	}

	private Mono<ProgressResponse> progress(AccountId resident, Evidence evidence, Problem ofText) {
		return switch (evidence) {
			case KEPT -> this.progress.of(resident);
			case SUBMITTED_BEFORE -> Mono.error(CompletionProblems.SUBMITTED::asException);
			case TEXT_CHANGED -> Mono.error(ofText::asException);
		};
	}

	private static <T> Mono<T> invalid(List<FieldError> errors) {
		return Mono.error(() -> Problem.invalid(errors).asException());
	}

	private static <T> Mono<T> absent() {
		return Mono.error(() -> Problem.notFound().asException());
	}

	/**
	 * That the text is accepted.
	 *
	 * @param accepted true
	 * @param version of the text that was shown
	 * @param language in which it was shown, {@code en} or {@code es}
	 */
	@Schema(requiredProperties = { "accepted", "version", "language" })
	record AcknowledgmentRequest(@Nullable Boolean accepted, @Nullable String version, @Nullable String language) {
	}

	/**
	 * How to be reached.
	 *
	 * @param preference {@code email}, {@code text-message}, {@code phone} or
	 * {@code mail}
	 * @param phone as people write it, at most 40 characters; null or blank for none
	 * @param language of notices, {@code en} or {@code es}; null or blank where it stays
	 * as it is
	 */
	@Schema(requiredProperties = "preference")
	record ContactRequest(@Nullable String preference, @Nullable String phone, @Nullable String language) {
	}

	/**
	 * A postal address.
	 *
	 * @param line1 street and number, at most 100 characters
	 * @param line2 apartment or suite, at most 100 characters; null or blank for none
	 * @param city at most 60 characters, or APO, FPO, DPO
	 * @param state two letters
	 * @param postalCode ZIP or ZIP+4
	 */
	@Schema(requiredProperties = { "line1", "city", "state", "postalCode" })
	record AddressRequest(@Nullable String line1, @Nullable String line2, @Nullable String city, @Nullable String state,
			@Nullable String postalCode) {
	}

	/**
	 * A signature.
	 *
	 * @param name typed, at most 201 characters
	 * @param method {@code typed} or {@code drawn}
	 * @param drawing required of the method {@code drawn}; not looked at otherwise
	 */
	@Schema(requiredProperties = { "name", "method" })
	record SignatureRequest(@Nullable String name, @Nullable String method, @Nullable DrawingBody drawing) {
	}

}
