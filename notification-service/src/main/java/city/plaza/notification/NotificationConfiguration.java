package city.plaza.notification;

import city.plaza.platform.security.AccessRules;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's wiring: who may call what, and its settings. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class NotificationConfiguration {

	@Bean
	AccessRules accessRules() {
		return (access) -> access.pathMatchers("/api/v1/notices").authenticated();
	}

}
