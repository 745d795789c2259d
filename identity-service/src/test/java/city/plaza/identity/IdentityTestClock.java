package city.plaza.identity;

import city.plaza.platform.testing.TestClock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's clock, as its tests move it. */
@Configuration(proxyBeanMethods = false)
class IdentityTestClock {

	@Bean
	TestClock clock() {
		return TestClock.running();
	}

}
