package city.plaza.notification;

import city.plaza.platform.messages.Messages;
import city.plaza.platform.security.AccessRules;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;

/** The service's wiring: who may call what, and its settings. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class NotificationConfiguration {

	@Bean
	AccessRules accessRules() {
		return (access) -> access.pathMatchers("/api/v1/notices").authenticated();
	}

	/** Under the name by which Spring finds the texts of templates. */
	@Bean(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
	Messages messages() {
		return new Messages("messages");
	}

}
