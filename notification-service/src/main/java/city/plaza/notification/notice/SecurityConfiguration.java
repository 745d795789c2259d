package city.plaza.notification.notice;

import city.plaza.platform.security.ResourceServer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityWebFilterChain api(ServerHttpSecurity http, ResourceServer server) {
		return server.guard(http, (access) -> access.pathMatchers("/api/v1/notices").authenticated());
	}

}
