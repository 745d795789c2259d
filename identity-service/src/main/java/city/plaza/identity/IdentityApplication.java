package city.plaza.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Residents, credentials, verification codes, sign-in and sessions. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IdentityApplication {

	static void main(String[] args) {
		SpringApplication.run(IdentityApplication.class, args);
	}

}
