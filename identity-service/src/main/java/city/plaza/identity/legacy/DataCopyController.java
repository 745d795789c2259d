package city.plaza.identity.legacy;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;

import city.plaza.identity.profile.AddressResponse;
import city.plaza.identity.profile.PhoneNumber;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "My account", description = "The account of the caller.")
class DataCopyController {

	private final CopyRecord copyRecord;

	DataCopyController(CopyRecord copyRecord) {
		this.copyRecord = copyRecord;
	}

	@PostMapping("/api/v1/me/data-copies")
	@Operation(operationId = "copyOwnData", summary = "Take a copy of the own data", description = """
			Notes in the audit trail that a copy is taken, and returns what no other operation shows: what the portal \
			before knew of the caller. The rest is that of `getMe`, the registration, sign-in methods, sessions, \
			links, payments and notices.""")
	Mono<DataCopy> copy(Caller caller) {
		return this.copyRecord.copy(caller).map(DataCopy::of);
	}

	/**
	 * What belongs to a copy beside the other operations.
	 *
	 * @param earlierAccounts what the portal before knew of the caller, one for each
	 * address that the account had
	 */
	record DataCopy(List<EarlierAccount> earlierAccounts) {

		static DataCopy of(List<LegacyResident> records) {
			return new DataCopy(records.stream().map(EarlierAccount::of).toList());
		}

	}

	/**
	 * What the portal before knew.
	 *
	 * @param email of the old account
	 * @param givenName as it was on file
	 * @param familyName as it was on file
	 * @param phone E.164; null where none was on file
	 * @param address null where none was on file
	 * @param customerNumbers that were linked
	 * @param reclaimedAt when it came back to the account
	 */
	record EarlierAccount(String email, String givenName, String familyName, @Nullable String phone,
			@Nullable AddressResponse address, NavigableSet<String> customerNumbers, @Nullable Instant reclaimedAt) {

		static EarlierAccount of(LegacyResident record) {
			LegacyPerson person = record.person();
			PhoneNumber phone = person.phone();
			return new EarlierAccount(person.email().value(), person.givenName().value(), person.familyName().value(),
					(phone != null) ? phone.value() : null, AddressResponse.of(person.address()), person.customers(),
					record.reclaimedAt());
		}

	}

}
