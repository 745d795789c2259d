package city.plaza.identity;

import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.TestEvents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Found by the scan of the application, so that all tests share one context. */
@Configuration(proxyBeanMethods = false)
class TestBeans {

	@Bean
	MutableClock clock() {
		return new MutableClock();
	}

	@Bean
	@Lazy
	IdentityFixture fixture(WebTestClient client, TestEvents events, Seal seal, MutableClock clock) {
		return new IdentityFixture(client, events, seal, clock);
	}

}
