package city.plaza.identity.social;

import java.util.UUID;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.method.SignInMethod;
import city.plaza.identity.method.SignInMethods;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.ContinueSignIn;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.SignedInDevices;
import city.plaza.identity.social.ReturnFromProvider.Outcome;
import city.plaza.identity.social.ReturnFromProvider.Reason;
import city.plaza.identity.social.provider.ProviderPerson;
import city.plaza.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Finds the account of a person whom a provider named: by issuer and subject alone. An
 * email address, proved or not, never signs in to an account that exists.
 */
@Component
class RecognizePerson {

	private final SignInMethods methods;

	private final Accounts accounts;

	private final ContinueSignIn continueSignIn;

	private final ConnectMethod connect;

	private final Transactions transactions;

	private final SocialRules rules;

	private final SignedInDevices devices;

	RecognizePerson(SignInMethods methods, Accounts accounts, ContinueSignIn continueSignIn, ConnectMethod connect,
			Transactions transactions, SocialRules rules, SignedInDevices devices) {
		this.methods = methods;
		this.accounts = accounts;
		this.continueSignIn = continueSignIn;
		this.connect = connect;
		this.transactions = transactions;
		this.rules = rules;
		this.devices = devices;
	}

	Mono<Outcome> recognize(ProviderPerson named, Flow flow, @Nullable Secret device) {
		return (flow.session() != null) ? connect(named, flow, flow.session()) : signIn(named, flow, device);
	}

	private Mono<Outcome> connect(ProviderPerson named, Flow flow, UUID session) {
		return this.connect.toAccountOf(session, named.person(), email(named)).map((outcome) -> switch (outcome) {
			case CONNECTED -> new Outcome.Connected(flow.provider());
			case TAKEN -> ReturnFromProvider.ended(Reason.TAKEN, flow);
			case SIGNED_OUT -> ReturnFromProvider.ended(Reason.EXPIRED, flow);
		});
	}

	private Mono<Outcome> signIn(ProviderPerson named, Flow flow, @Nullable Secret device) {
		return this.methods.of(named.person())
			.flatMap((method) -> this.accounts.of(method.account())
				.flatMap((account) -> open(account, method, named, flow, device)))
			.switchIfEmpty(Mono.defer(() -> unknown(named, flow)));
	}

	private Mono<Outcome> open(Account account, SignInMethod method, ProviderPerson named, Flow flow,
			@Nullable Secret device) {
		if (!this.rules.mayUse(account)) {
			return Mono.just(ReturnFromProvider.ended(Reason.STAFF, flow));
		}
		return this.transactions
			.inOne(this.continueSignIn.after(account, Session.Kind.BROWSER, device)
				.flatMap((next) -> this.methods.used(method.id(), email(named))
					.then(report(next, device))
					.thenReturn(next)))
			.<Outcome>map((next) -> new Outcome.SignedIn(next, flow.then()))
			// The password was changed at this very moment.
			.defaultIfEmpty(ReturnFromProvider.ended(Reason.EXPIRED, flow));
	}

	/** A sign-in that is not complete is no sign-in yet. */
	private Mono<Void> report(ContinueSignIn.Outcome next, @Nullable Secret device) {
		return (next instanceof ContinueSignIn.Outcome.Opened(var opened)) ? this.devices.reportNew(opened, device)
				: Mono.empty();
	}

	private Mono<Outcome> unknown(ProviderPerson named, Flow flow) {
		return this.rules.ticket(named, flow.then())
			.<Outcome>map(Outcome.Unknown::new)
			.defaultIfEmpty(ReturnFromProvider.ended(Reason.STAFF, flow));
	}

	private static @Nullable String email(ProviderPerson named) {
		EmailAddress email = named.email();
		return (email != null) ? email.value() : null;
	}

}
