package city.plaza.benchmarks.reference;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;

/** A Spring Cloud Gateway with one route and nothing else, as its starter makes it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareGateway {

	/**
	 * Runs as a process of its own.
	 * @param arguments {@code --server.port} and {@code --upstream}
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BareGateway.class, arguments);
	}

	@Bean
	RouteLocator oneRoute(RouteLocatorBuilder builder, @Value("${upstream}") String upstream) {
		return builder.routes().route("all", (route) -> route.path("/**").uri(upstream)).build();
	}

}
