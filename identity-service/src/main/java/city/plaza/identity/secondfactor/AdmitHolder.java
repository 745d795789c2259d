package city.plaza.identity.secondfactor;

import city.plaza.identity.account.Account;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.OpenSession;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.SignedInDevices;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Opens the session of a person who has proved a second factor, and notes the device. */
@Component
class AdmitHolder {

	/**
	 * Who is signed in.
	 *
	 * @param deviceToken what the device is known by from now on
	 */
	record Admitted(OpenedSession session, Secret deviceToken) {
	}

	private final OpenSession openSession;

	private final SignedInDevices devices;

	AdmitHolder(OpenSession openSession, SignedInDevices devices) {
		this.openSession = openSession;
		this.devices = devices;
	}

	/**
	 * In the transaction that uses the proof up; empty where the account has changed
	 * since.
	 */
	Mono<Admitted> admit(Account account, Session.Kind kind, @Nullable Secret deviceToken, boolean remember) {
		return this.openSession.openWithSecondFactor(account, kind)
			.flatMap((opened) -> this.devices.note(opened, deviceToken, remember)
				.map((token) -> new Admitted(opened, token)));
	}

}
