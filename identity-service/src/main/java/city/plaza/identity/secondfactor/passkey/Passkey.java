package city.plaza.identity.secondfactor.passkey;

import java.time.Instant;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of an account.
 *
 * @param id of ours
 * @param credentialId of its authenticator
 * @param credential its public key and what else it was registered with (WebAuthn,
 * section 6.5.2)
 * @param name that its holder gave it
 * @param signCount how often its authenticator says it has signed; 0 where it does not
 * count
 * @param lastUsedAt null before the first time
 */
public record Passkey(UUID id, AccountId account, Bytes credentialId, Bytes credential, String name, long signCount,
		Instant addedAt, @Nullable Instant lastUsedAt) {

	@Override
	public String toString() {
		return "Passkey[id=" + this.id + "]";
	}

}
