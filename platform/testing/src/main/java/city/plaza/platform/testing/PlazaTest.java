package city.plaza.platform.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Tests a whole service on a random port against real servers. Inject
 * {@code WebTestClient}, {@link TestEvents} and {@link TestMail}; take bearer tokens from
 * {@link TestTokens}. The servers start when something first asks for their address, once
 * for all tests of a JVM, so the data of other tests is around: make ids of your own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "60s")
@ActiveProfiles("development")
@ContextCustomizerFactories(ServerWiring.Factory.class)
public @interface PlazaTest {

}
