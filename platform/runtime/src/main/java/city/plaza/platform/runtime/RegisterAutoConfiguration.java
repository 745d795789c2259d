package city.plaza.platform.runtime;

import java.nio.charset.StandardCharsets;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration;
import org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.RestClientDiscoveryClientOptionalArgs;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/**
 * The credential by which this service registers and reads. It is a header and not a part
 * of the register's address, which Eureka's client logs.
 */
@AutoConfiguration(before = { DiscoveryClientOptionalArgsConfiguration.class, EurekaClientAutoConfiguration.class })
@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
class RegisterAutoConfiguration {

	@Bean
	RestClientDiscoveryClientOptionalArgs registerClient(EurekaClientHttpRequestFactorySupplier requests,
			SslBundles certificates, @Value("${plaza.tls.bundle:}") String bundle,
			@Value("${spring.application.name}") String service, @Value("${plaza.eureka.password}") String password) {
		RestClientDiscoveryClientOptionalArgs client = new RestClientDiscoveryClientOptionalArgs(requests,
				() -> RestClient.builder()
					.defaultHeaders((headers) -> headers.setBasicAuth(service, password, StandardCharsets.UTF_8)));
		if (!bundle.isEmpty()) {
			client.setSSLContext(certificates.getBundle(bundle).createSslContext());
		}
		return client;
	}

}
