package city.plaza.identity.registration;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.legacy.ReclaimRecord;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.identity.method.SignInMethods;
import city.plaza.identity.session.OpenSession;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.session.Session;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Makes a resident of a proved registration; of several for one address the first. */
@Component
public class AdmitResident {

	private final Accounts accounts;

	private final SignInMethods methods;

	private final Outbox outbox;

	private final OpenSession openSession;

	private final Audit audit;

	private final ReclaimRecord reclaim;

	AdmitResident(Accounts accounts, SignInMethods methods, Outbox outbox, OpenSession openSession, Audit audit,
			ReclaimRecord reclaim) {
		this.accounts = accounts;
		this.methods = methods;
		this.outbox = outbox;
		this.openSession = openSession;
		this.audit = audit;
		this.reclaim = reclaim;
	}

	/**
	 * Admits a resident. Runs in the transaction of its caller.
	 * @param person at a provider by which the resident signs in; null without one
	 * @return empty where the address has an account or the person has one
	 */
	public Mono<OpenedSession> admit(Account resident, @Nullable ProviderSubject person, Session.Kind kind) {
		NewEvent registered = new NewEvent(ResidentRegistered.TOPIC, resident.id().toString(), ResidentRegistered.TYPE,
				ResidentRegistered.of(resident));
		return this.accounts.addIfNew(resident)
			.filter(Boolean::booleanValue)
			.flatMap((added) -> (person != null) ? connect(resident, person) : Mono.just(added))
			.flatMap((added) -> this.outbox.append(registered)
				.then(this.audit.record(resident, IdentityAction.REGISTRATION_CONFIRMED))
				.then(this.reclaim.by(resident, resident.email()))
				.then(this.openSession.open(resident, kind)));
	}

	/** A person who has an account gets no second one: nothing of this one stays. */
	private Mono<Boolean> connect(Account resident, ProviderSubject person) {
		return this.methods.addIfNew(resident.id(), person, resident.email().value())
			.filterWhen((added) -> added ? Mono.just(true) : this.accounts.remove(resident.id()).thenReturn(false));
	}

}
