package city.plaza.portal;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Configuration;

/** The portal's wiring: its settings, each a record beside its user. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class PortalConfiguration {

}
