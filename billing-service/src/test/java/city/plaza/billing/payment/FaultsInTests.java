package city.plaza.billing.payment;

import city.plaza.billing.payment.provider.PaymentProvider;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts {@link Faults} before the provider. No test configuration, so that all tests of
 * the module share one context.
 */
@Configuration(proxyBeanMethods = false)
class FaultsInTests {

	@Bean
	static BeanPostProcessor faultyProvider() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof PaymentProvider provider) ? new Faults(provider) : bean;
			}

		};
	}

}
