package city.plaza.identity.session;

import java.util.List;
import java.util.Locale;

import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.platform.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The counters of one try to sign in; none discloses an address.
 *
 * @param isFromKnownDevice whether the device has signed in to the account before
 * @param place the account from this network or this device
 * @param accountOfNetwork whether the account counts for the network already
 * @param networks of the client, the narrowest first
 */
record SignInAttempt(boolean isFromKnownDevice, Hash place, Hash account, Hash accountOfNetwork, List<Hash> networks) {

	/** Makes them. */
	@Component
	static class Keys {

		private final KeyedHashes hashes;

		private final KnownDevices devices;

		Keys(KeyedHashes hashes, KnownDevices devices) {
			this.hashes = hashes;
			this.devices = devices;
		}

		SignInAttempt attempt(String typed, ClientAddress client, @Nullable DeviceToken device) {
			String email = typed.strip().toLowerCase(Locale.ROOT);
			boolean known = device != null && this.devices.knows(device, email);
			String network = client.network();
			return new SignInAttempt(known,
					(device != null && known) ? this.hashes.hash("sign-in-device", email, device.id())
							: this.hashes.hash("sign-in", email, network),
					this.hashes.hash("sign-in-account", email),
					this.hashes.hash("sign-in-account-of-network", email, network),
					client.networks().stream().map((part) -> this.hashes.hash("sign-in-network", part)).toList());
		}

	}

}
