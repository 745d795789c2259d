package city.plaza.identity.session;

import java.util.Base64;
import java.util.Optional;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Recognises devices that have signed in before. Nothing about them is stored here. */
@Component
public class KnownDevices {

	private final KeyedHashes hashes;

	KnownDevices(KeyedHashes hashes) {
		this.hashes = hashes;
	}

	/**
	 * The token of a device that has just signed in.
	 * @param before what it sent, if anything
	 * @return to keep there in place of the one before
	 */
	public Secret remember(@Nullable Secret before, EmailAddress email) {
		DeviceToken device = DeviceToken.read(before).orElseGet(DeviceToken::fresh);
		return device.with(proof(device, email.comparable())).text();
	}

	/**
	 * Recognises a device.
	 * @param token what it sent, if anything
	 * @return its id, where it has signed in to the account before
	 */
	public Optional<String> idOf(@Nullable Secret token, EmailAddress email) {
		return DeviceToken.read(token).filter((device) -> knows(device, email.comparable())).map(DeviceToken::id);
	}

	boolean knows(DeviceToken device, String email) {
		Hash right = hash(device, email);
		return device.proofs()
			.stream()
			.anyMatch((proof) -> right.equals(Hash.of(Base64.getUrlDecoder().decode(proof))));
	}

	private String proof(DeviceToken device, String email) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(device, email).bytes());
	}

	private Hash hash(DeviceToken device, String email) {
		return this.hashes.hash("known-device", device.id(), email);
	}

}
