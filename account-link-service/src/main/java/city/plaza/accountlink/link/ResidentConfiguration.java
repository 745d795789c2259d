package city.plaza.accountlink.link;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResidentConfiguration {

	@Bean
	EventConsumer residentConsumer(EndLinksOfDeleted endLinks, LinkReclaimed linkReclaimed) {
		return EventConsumer.of("residents", "identity.residents")
			.on(ResidentDeleted.TYPE, ResidentDeleted.class, endLinks::deleted)
			.on(LegacyResidentReclaimed.TYPE, LegacyResidentReclaimed.class, linkReclaimed::reclaimed);
	}

}
