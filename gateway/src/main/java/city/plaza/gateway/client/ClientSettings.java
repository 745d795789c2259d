package city.plaza.gateway.client;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the client's address is found.
 *
 * @param trustedProxies networks, such as {@code 10.0.0.0/8} or {@code 2001:db8::7}, of
 * the proxies whose {@code X-Forwarded-For} is believed; none by default
 */
@Validated
@ConfigurationProperties("plaza.gateway.client")
record ClientSettings(@DefaultValue List<String> trustedProxies) {
}
