package city.plaza.identity.legacy;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;

import city.plaza.identity.profile.PostalAddress;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.messages.Language;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/legacy-residents")
@Tag(name = "Legacy residents", description = "Residents of the portal before, for staff.")
class LegacyResidentController {

	private final FindRecords find;

	private final SendHint hint;

	LegacyResidentController(FindRecords find, SendHint hint) {
		this.find = find;
		this.hint = hint;
	}

	@PostMapping("/searches")
	@Operation(operationId = "searchLegacyResidents", summary = "Find a resident of the portal before",
			description = "For the help desk, by the beginning of a name, a part of a postal address, or a customer "
					+ "number. No email address is shown. Every search is noted in the audit trail.")
	@Problems(LegacyProblems.OfSearching.class)
	Mono<LegacyResidentList> search(Caller caller, @RequestBody LegacySearch request) {
		return Mono.justOrEmpty(LegacyQuery.read(request.query()))
			.switchIfEmpty(Mono.error(LegacyProblems.INVALID_QUERY::asException))
			.flatMap((query) -> this.find.find(query, Actor.of(caller)))
			.map(LegacyResidentList::of);
	}

	@PostMapping("/{id}/hints")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "sendLegacyHint", summary = "Mail a hint to the address on file",
			description = "That it is the one to register with. One a day for a record; noted in the audit trail. Without "
					+ "a body it is written in English.")
	@Problems(LegacyProblems.OfHints.class)
	Mono<Void> sendHint(Caller caller, @Parameter(description = "The id of the record.") @PathVariable UUID id,
			@RequestBody(required = false) @Nullable LegacyHint request) {
		String tag = (request != null) ? request.language() : null;
		return Mono.justOrEmpty((tag != null) ? Language.of(tag) : Optional.of(Language.ENGLISH))
			.switchIfEmpty(Mono.error(() -> Problem.invalid(List.of(LegacyProblems.UNKNOWN_LANGUAGE)).asException()))
			.flatMap((language) -> this.hint.send(new LegacyId(id), language, Actor.of(caller)))
			.flatMap((outcome) -> switch (outcome) {
				case SendHint.Outcome.Sent sent -> Mono.empty();
				case SendHint.Outcome.NotSent refused -> Mono.error(LegacyProblems.of(refused).asException());
			});
	}

	/**
	 * Whom to look for.
	 *
	 * @param query 3 to 100 characters: the beginning of a name, a part of a postal
	 * address, or a customer number
	 */
	@Schema(requiredProperties = "query")
	record LegacySearch(@Nullable String query) {
	}

	/**
	 * How to write it.
	 *
	 * @param language {@code en} or {@code es}, as whoever asked for help speaks; English
	 * if absent
	 */
	record LegacyHint(@Nullable String language) {
	}

	/**
	 * Those found.
	 *
	 * @param items by name, at most 20
	 * @param more whether there are others
	 */
	record LegacyResidentList(List<FoundLegacyResident> items, boolean more) {

		static LegacyResidentList of(FindRecords.Found found) {
			return new LegacyResidentList(found.records().stream().map(FoundLegacyResident::of).toList(), found.more());
		}

	}

	/**
	 * A resident of the portal before.
	 *
	 * @param id of the record
	 * @param name given and family name
	 * @param address on one line; null where none is on file
	 * @param customerNumbers that were linked
	 * @param maskedEmail a few letters of the address on file
	 * @param reclaimedAt when the record came back to an account; null before
	 */
	record FoundLegacyResident(LegacyId id, String name, @Nullable String address, NavigableSet<String> customerNumbers,
			String maskedEmail, @Nullable Instant reclaimedAt) {

		static FoundLegacyResident of(LegacyResident record) {
			LegacyPerson person = record.person();
			return new FoundLegacyResident(record.id(), person.givenName().value() + " " + person.familyName().value(),
					line(person.address()), person.customers(), MaskedEmail.of(person.email()), record.reclaimedAt());
		}

		private static @Nullable String line(@Nullable PostalAddress address) {
			if (address == null) {
				return null;
			}
			String street = (address.line2() != null) ? address.line1() + ", " + address.line2() : address.line1();
			return "%s, %s, %s %s".formatted(street, address.city(), address.state(), address.postalCode());
		}

	}

}
