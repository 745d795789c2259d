package city.plaza.identity.completion;

import java.time.Clock;
import java.util.Map;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.profile.Profiles;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Keeps what was typed into a step, right or wrong, to be shown again on whatever device.
 */
@Component
class KeepDraft {

	/** Of all names and values together. */
	static final int LONGEST = 40_000;

	static final int MOST_FIELDS = 12;

	private final Profiles profiles;

	private final Drafts drafts;

	private final Transactions transactions;

	private final Clock clock;

	KeepDraft(Profiles profiles, Drafts drafts, Transactions transactions, Clock clock) {
		this.profiles = profiles;
		this.drafts = drafts;
		this.transactions = transactions;
		this.clock = clock;
	}

	static boolean fits(Map<String, String> fields) {
		int length = fields.entrySet()
			.stream()
			.mapToInt((field) -> field.getKey().length() + String.valueOf(field.getValue()).length())
			.sum();
		// PostgreSQL keeps no NUL in a text.
		return fields.size() <= MOST_FIELDS && length <= LONGEST && fields.entrySet()
			.stream()
			.noneMatch((field) -> field.getValue() == null || (field.getKey() + field.getValue()).indexOf('\0') >= 0);
	}

	/**
	 * Keeps a draft; once the registration is submitted there is nothing to come back to.
	 * @param fields that {@link #fits} takes
	 * @return true; empty where no resident has this id
	 */
	Mono<Boolean> keep(AccountId resident, Step step, Map<String, String> fields) {
		return this.transactions.inOne(this.profiles.lock(resident)
			.flatMap((profile) -> (profile.submitted() ? Mono.<Void>empty()
					: this.drafts.keep(resident, step, fields, this.clock.instant()))
				.thenReturn(true)));
	}

}
