package city.plaza.accountlink;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Which resident may see which customer's account. */
@SpringBootApplication
public class AccountLinkApplication {

	static void main(String[] args) {
		SpringApplication.run(AccountLinkApplication.class, args);
	}

}
