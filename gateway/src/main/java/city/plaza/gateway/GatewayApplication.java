package city.plaza.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The only public entry point. */
@SpringBootApplication
public class GatewayApplication {

	static void main(String[] args) {
		SpringApplication.run(GatewayApplication.class, args);
	}

}
