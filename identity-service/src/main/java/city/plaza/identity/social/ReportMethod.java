package city.plaza.identity.social;

import city.plaza.identity.account.Account;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.identity.social.provider.Providers;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Has the holder of an account notified of a changed way to sign in, by its name. */
@Component
class ReportMethod {

	private final ReportSecurityChange report;

	private final Providers providers;

	ReportMethod(ReportSecurityChange report, Providers providers) {
		this.report = report;
		this.providers = providers;
	}

	Mono<Void> added(Account account, ProviderSubject person) {
		return this.report.report(account, SecurityChange.SIGN_IN_METHOD_ADDED, name(account, person));
	}

	Mono<Void> removed(Account account, ProviderSubject person) {
		return this.report.report(account, SecurityChange.SIGN_IN_METHOD_REMOVED, name(account, person));
	}

	/** A provider that the settings no longer have is still somebody's method. */
	private String name(Account account, ProviderSubject person) {
		return this.providers.named(person.provider())
			.map((provider) -> provider.settings().name(account.language()))
			.orElse(person.provider());
	}

}
