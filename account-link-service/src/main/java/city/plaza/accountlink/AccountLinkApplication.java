package city.plaza.accountlink;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Which resident may see which customer's account. */
@SpringBootApplication
@OpenAPIDefinition(
		info = @Info(title = "Customer links", version = "1",
				description = "Which resident may see which customer's account."),
		servers = @Server(url = "/", description = "The gateway"))
public class AccountLinkApplication {

	static void main(String[] args) {
		SpringApplication.run(AccountLinkApplication.class, args);
	}

}
