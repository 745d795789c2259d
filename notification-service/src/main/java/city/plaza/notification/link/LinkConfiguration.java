package city.plaza.notification.link;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HelpDeskSettings.class)
class LinkConfiguration {

	@Bean
	EventConsumer linkConsumer(TellOfLink tell, TellOfDispute dispute) {
		return EventConsumer.of("links", "account-link.links")
			.on("AccountLinked", LinkChanged.class, tell::linked)
			.on("AccountUnlinked", LinkChanged.class, tell::unlinked)
			.on("LinkNoticeRequested", LinkNoticeRequested.class, dispute::newLink)
			.on("AccountLinkSuspended", LinkSuspended.class, dispute::suspended);
	}

}
