package city.plaza.portal;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Nobody signs out elsewhere while the portal is tested, so nothing has to be read from
 * Kafka: found by the scan of the application, this leaves out the reader of ended
 * sessions, and with it the only use of a server that takes seconds to start.
 */
@Component
class NoEndedSessions implements BeanDefinitionRegistryPostProcessor {

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		registry.removeBeanDefinition("readEndedSessions");
	}

}
