package city.plaza.notification.link;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

	@Bean
	EventConsumer linkConsumer(NotifyOfLink notify, NotifyOfDispute notifyOfDispute) {
		return EventConsumer.of("links", "account-link.links")
			.on(LinkChanged.LINKED_TYPE, LinkChanged.class, notify::linked)
			.on(LinkChanged.UNLINKED_TYPE, LinkChanged.class, notify::unlinked)
			.on(LinkNoticeRequested.TYPE, LinkNoticeRequested.class, notifyOfDispute::newLink)
			.on(LinkSuspended.TYPE, LinkSuspended.class, notifyOfDispute::suspended);
	}

}
