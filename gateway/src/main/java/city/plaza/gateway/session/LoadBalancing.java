package city.plaza.gateway.session;

import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.web.reactive.function.client.WebClient;

/** A client that finds services by name. */
@Configuration(proxyBeanMethods = false)
class LoadBalancing {

	@Bean
	@Scope("prototype")
	WebClient.Builder loadBalanced(ReactorLoadBalancerExchangeFilterFunction byName) {
		return WebClient.builder().filter(byName);
	}

}
