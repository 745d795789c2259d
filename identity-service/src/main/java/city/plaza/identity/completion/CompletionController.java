package city.plaza.identity.completion;

import java.util.Map;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/registration")
@Tag(name = "My registration", description = "The steps between a confirmed address and a complete registration.")
class CompletionController {

	private final ReadProgress readProgress;

	private final Drafts drafts;

	private final KeepDraft keepDraft;

	private final SubmitRegistration submit;

	private final StepRules rules;

	CompletionController(ReadProgress readProgress, Drafts drafts, KeepDraft keepDraft, SubmitRegistration submit,
			StepRules rules) {
		this.readProgress = readProgress;
		this.drafts = drafts;
		this.keepDraft = keepDraft;
		this.submit = submit;
		this.rules = rules;
	}

	@GetMapping
	@Operation(operationId = "getMyRegistration", summary = "What has been entered, and what is next",
			description = """
					Steps may be done in any order, but for the signature, which needs the acknowledgment. What was accepted and \
					what is a draft is here on every device. Nothing else waits for the registration to be complete.""")
	@Problems(CompletionProblems.OfReading.class)
	Mono<CompletionResponse> read(Caller caller) {
		AccountId resident = resident(caller);
		return this.readProgress.known(resident)
			.zipWith(this.drafts.of(resident))
			.map((both) -> CompletionResponse.of(this.rules, both.getT1(), both.getT2()));
	}

	@PostMapping
	@Operation(operationId = "submitMyRegistration", summary = "Submit the registration",
			description = "Completes it, once: submitted again, the response is the same and nothing else happens.")
	@Problems(CompletionProblems.OfSubmission.class)
	Mono<ProgressResponse> submit(Caller caller) {
		AccountId resident = resident(caller);
		return this.submit.submit(resident)
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()))
			.flatMap((outcome) -> switch (outcome) {
				case SubmitRegistration.Outcome.Submitted submitted -> progress(resident);
				case SubmitRegistration.Outcome.Incomplete(var step) ->
					Mono.error(CompletionProblems.incomplete(step).asException());
			});
	}

	@PutMapping("/drafts/{step}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "keepMyDraft", summary = "Keep what was typed into a step",
			description = """
					Right or wrong, in fields of the client's own: it is given back as it is. It ends when the step is accepted \
					or the registration submitted. At most 12 fields and 40,000 characters in all.""")
	@Problems(CompletionProblems.OfDraft.class)
	Mono<Void> keepDraft(Caller caller,
			@Parameter(description = "The step: `acknowledgment`, `contact`, `address` or `signature`.",
					example = "address") @PathVariable String step,
			@Valid @RequestBody Draft draft) {
		AccountId resident = resident(caller);
		if (!KeepDraft.fits(draft.fields())) {
			return Mono.error(CompletionProblems.DRAFT_TOO_LARGE::asException);
		}
		return Mono.justOrEmpty(Step.read(step))
			.flatMap((known) -> this.keepDraft.keep(resident, known, draft.fields()))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()))
			.then();
	}

	private Mono<ProgressResponse> progress(AccountId resident) {
		return this.readProgress.of(resident).map(ProgressResponse::of);
	}

	/** Staff have no registration. */
	static AccountId resident(Caller caller) {
		if (!caller.roles().isEmpty()) {
			throw Problem.notFound().asException();
		}
		return new AccountId(caller.id());
	}

	/**
	 * What was typed.
	 *
	 * @param fields names and values, the client's own
	 */
	record Draft(@NotNull(message = "Send the fields of the draft.") Map<String, String> fields) {
	}

}
