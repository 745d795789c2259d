package city.plaza.identity.session;

import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;

/** Notifies the holder of an account of a sign-in on a device that it had not seen. */
@Component
class ReportNewDevice {

	private final ReportSecurityChange reportChange;

	ReportNewDevice(ReportSecurityChange reportChange) {
		this.reportChange = reportChange;
	}

	/** In the transaction of the sign-in. The first one of an account is no surprise. */
	Mono<Void> report(OpenedSession opened) {
		if (opened.session().previousSignInAt() == null) {
			return Mono.empty();
		}
		return Mono.deferContextual((context) -> this.reportChange.report(opened.account(), SecurityChange.NEW_DEVICE,
				ServerWebExchangeContextFilter.getExchange(context)
					.map((exchange) -> Device.of(exchange.getRequest()).inBrief())
					.orElse(null)));
	}

}
