package city.plaza.notification.notice;

import city.plaza.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	AccessRules accessRules() {
		return (access) -> access.pathMatchers("/api/v1/notices").authenticated();
	}

}
