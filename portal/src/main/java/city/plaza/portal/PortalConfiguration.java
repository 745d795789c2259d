package city.plaza.portal;

import city.plaza.platform.messages.Messages;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;

/** The portal's wiring: its settings, each a record beside its user. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class PortalConfiguration {

	/** Under the name by which Spring finds the texts of templates. */
	@Bean(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
	Messages messages() {
		return new Messages("messages");
	}

}
