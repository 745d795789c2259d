package city.plaza.identity.security;

import java.time.Instant;

import city.plaza.identity.account.AccountId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The security of an account changed; its holder is to be notified.
 *
 * @param accountId the key; of a resident or of staff
 * @param change see {@link SecurityChange}
 * @param detail what it is about, such as a provider's name
 * @param email to notify
 * @param language to write in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecurityChanged(AccountId accountId, String change, @Nullable String detail, String email, String language,
		Instant changedAt) {

	static final String TYPE = "SecurityChanged";

	static final String TOPIC = "identity.security";

}
