package city.plaza.portal.twostep;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwoStepClients {

	@Bean
	SecondFactors secondFactors(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, SecondFactors.class);
	}

}
