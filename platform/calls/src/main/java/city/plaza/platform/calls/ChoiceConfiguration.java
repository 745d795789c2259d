package city.plaza.platform.calls;

import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Made once for each service that is called: how an instance of it is chosen. */
class ChoiceConfiguration {

	@Bean
	ServiceInstanceListSupplier instancesThatAnswer(ConfigurableApplicationContext context, Instances instances) {
		return ServiceInstanceListSupplier.builder()
			.withDiscoveryClient()
			.withCaching()
			.with((any, registry) -> new OnlyThoseThatAnswer(registry, instances))
			.build(context);
	}

}
