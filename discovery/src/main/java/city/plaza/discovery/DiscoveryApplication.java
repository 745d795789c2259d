package city.plaza.discovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/** The register of running instances; every other process asks it who is there. */
@SpringBootApplication
@EnableEurekaServer
public class DiscoveryApplication {

	static void main(String[] args) {
		SpringApplication.run(DiscoveryApplication.class, args);
	}

}
