package city.plaza.notification.security;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	EventConsumer securityConsumer(NotifyOfSecurityChange notify, SendLegacyHint sendLegacyHint) {
		return EventConsumer.of("security", "identity.security")
			.together()
			.on(SecurityChanged.TYPE, SecurityChanged.class, notify::changed)
			.on(EmailChangeNoticeRequested.TYPE, EmailChangeNoticeRequested.class, notify::emailChanged)
			.on(LegacyHintRequested.TYPE, LegacyHintRequested.class, sendLegacyHint::requested);
	}

}
