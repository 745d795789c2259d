package city.plaza.notification.link;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

	@Bean
	EventConsumer linkConsumer(TellOfLink tell, TellOfDispute dispute) {
		return EventConsumer.of("links", "account-link.links")
			.on(LinkChanged.LINKED_TYPE, LinkChanged.class, tell::linked)
			.on(LinkChanged.UNLINKED_TYPE, LinkChanged.class, tell::unlinked)
			.on(LinkNoticeRequested.TYPE, LinkNoticeRequested.class, dispute::newLink)
			.on(LinkSuspended.TYPE, LinkSuspended.class, dispute::suspended);
	}

}
