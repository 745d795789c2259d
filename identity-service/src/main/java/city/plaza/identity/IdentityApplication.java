package city.plaza.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Residents, credentials, verification codes, sign-in and sessions. */
@SpringBootApplication
public class IdentityApplication {

	static void main(String[] args) {
		SpringApplication.run(IdentityApplication.class, args);
	}

}
