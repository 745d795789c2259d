package city.plaza.identity.method;

import java.time.Instant;

import city.plaza.identity.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A way to sign in to an account besides its password.
 *
 * @param account that it signs in to
 * @param person at the provider
 * @param email as the provider last gave it; null where it gave none
 * @param addedAt when it was connected
 * @param usedAt last sign-in by it; null before the first
 */
public record SignInMethod(SignInMethodId id, AccountId account, ProviderSubject person, @Nullable String email,
		Instant addedAt, @Nullable Instant usedAt) {

	@Override
	public String toString() {
		return "SignInMethod[id=" + this.id + "]";
	}

}
