package city.plaza.identity.me;

import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.registration.RegisterFromProvider;
import city.plaza.identity.session.FindCaller;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "My account", description = "The account of the caller.")
class NameController {

	private final FindCaller findCaller;

	private final ChangeName changeName;

	NameController(FindCaller findCaller, ChangeName changeName) {
		this.findCaller = findCaller;
		this.changeName = changeName;
	}

	@PutMapping("/api/v1/me/name")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "changeName", summary = "Change the name",
			description = "Of residents and staff alike. Access tokens have it from the next one on.")
	@Problems(OfNaming.class)
	Mono<Void> change(Caller caller, @RequestBody NameRequest request) {
		List<Problem.FieldError> errors = RegisterFromProvider.nameErrors(request.givenName(), request.familyName());
		return errors.isEmpty() ? this.findCaller.find(caller).flatMap((me) -> change(me.account(), request))
				: Mono.error(Problem.invalid(errors).asException());
	}

	private Mono<Void> change(Account account, NameRequest request) {
		return this.changeName.change(account, PersonName.of(request.givenName()), PersonName.of(request.familyName()));
	}

	/**
	 * Both names.
	 *
	 * @param givenName to greet by, at most 100 characters
	 * @param familyName to greet by, at most 100 characters
	 */
	@Schema(requiredProperties = { "givenName", "familyName" })
	record NameRequest(@Nullable String givenName, @Nullable String familyName) {
	}

	/** Why the name stays as it is. */
	static class OfNaming implements ProblemSamples {

		@Override
		public List<Problem> list() {
			List<Problem.FieldError> names = Stream.of(PersonName.Violation.values())
				.flatMap((fault) -> Stream.of("givenName", "familyName")
					.map((field) -> new Problem.FieldError(field, fault.code(), fault.message())))
				.toList();
			return List.of(Problem.invalid(names), Problem.notFound());
		}

	}

}
