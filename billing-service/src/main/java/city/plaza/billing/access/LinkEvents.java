package city.plaza.billing.access;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows account-link-service: access begins and ends by its events alone. */
@Configuration(proxyBeanMethods = false)
class LinkEvents {

	@Bean
	EventConsumer linksConsumer(Links links) {
		return EventConsumer.of("links", "account-link.links")
			.together()
			.on(AccountLinked.TYPE, AccountLinked.class, (event) -> links.begin(event.data()))
			.on(AccountUnlinked.TYPE, AccountUnlinked.class, (event) -> links.end(event.data()))
			.on(AccountLinkSuspended.TYPE, AccountLinkSuspended.class, (event) -> links.end(event.data()));
	}

}
