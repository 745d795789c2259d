package city.plaza.gateway;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Configuration;

/** The gateway's wiring: its settings, each a record beside its user. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class GatewayConfiguration {

}
