package city.plaza.portal.session;

import city.plaza.portal.neighbour.Neighbour;
import city.plaza.portal.neighbour.Neighbours;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionClients {

	@Bean
	BrowserSessions browserSessions(Neighbours neighbours) {
		return neighbours.client(Neighbour.IDENTITY, BrowserSessions.class);
	}

}
