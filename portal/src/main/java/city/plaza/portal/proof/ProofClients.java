package city.plaza.portal.proof;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProofClients {

	@Bean
	Proofs proofs(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, Proofs.class);
	}

}
