package city.plaza.identity.registration;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.session.OpenSession;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.session.Session;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Makes a resident of a proved registration; of several for one address the first. */
@Component
class AdmitResident {

	private final Accounts accounts;

	private final Outbox outbox;

	private final OpenSession openSession;

	AdmitResident(Accounts accounts, Outbox outbox, OpenSession openSession) {
		this.accounts = accounts;
		this.outbox = outbox;
		this.openSession = openSession;
	}

	/** Runs in the transaction of its caller; empty where the address has an account. */
	Mono<OpenedSession> admit(Account resident, Session.Kind kind) {
		NewEvent registered = new NewEvent(ResidentRegistered.TOPIC, resident.id().toString(), ResidentRegistered.TYPE,
				ResidentRegistered.of(resident));
		return this.accounts.addIfNew(resident)
			.filter(Boolean::booleanValue)
			.flatMap((added) -> this.outbox.append(registered).then(this.openSession.open(resident, kind)));
	}

}
