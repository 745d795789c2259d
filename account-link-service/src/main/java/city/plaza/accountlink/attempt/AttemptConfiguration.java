package city.plaza.accountlink.attempt;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrySettings.class)
class AttemptConfiguration {

}
