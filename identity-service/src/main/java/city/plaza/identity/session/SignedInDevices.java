package city.plaza.identity.session;

import city.plaza.identity.account.Account;
import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Keeps what a device is known by after a sign-in with a second factor. */
@Component
public class SignedInDevices {

	private final KnownDevices known;

	private final RememberedDevices remembered;

	private final ReportNewDevice newDevices;

	SignedInDevices(KnownDevices known, RememberedDevices remembered, ReportNewDevice newDevices) {
		this.known = known;
		this.remembered = remembered;
		this.newDevices = newDevices;
	}

	/**
	 * Notes a sign-in, in its transaction; of a new device its holder is notified.
	 * @param before what the device sent, if anything
	 * @param remember whether it is not to be asked for the second factor again
	 * @return the device's token from now on
	 */
	public Mono<Secret> note(OpenedSession opened, @Nullable Secret before, boolean remember) {
		Account account = opened.account();
		Secret token = this.known.remember(before, account.email());
		Mono<Void> added = remember ? this.remembered.add(account.id(), token) : Mono.empty();
		return reportNew(opened, before).then(added).thenReturn(token);
	}

	/**
	 * Notifies the holder of a sign-in on a device that the account does not know, in the
	 * transaction of the sign-in.
	 * @param before what the device sent, if anything
	 * @return completes either way
	 */
	public Mono<Void> reportNew(OpenedSession opened, @Nullable Secret before) {
		return this.known.idOf(before, opened.account().email()).isPresent() ? Mono.empty()
				: this.newDevices.report(opened);
	}

}
