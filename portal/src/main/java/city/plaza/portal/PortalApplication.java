package city.plaza.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The resident's web pages. */
@SpringBootApplication
public class PortalApplication {

	static void main(String[] args) {
		SpringApplication.run(PortalApplication.class, args);
	}

}
