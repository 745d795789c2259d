package city.plaza.billing;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Customers, bills, payments, imports and exports. */
@SpringBootApplication
@OpenAPIDefinition(
		info = @Info(title = "Billing", version = "1",
				description = "Customers, their bills, payments of them, and finance's files."),
		servers = @Server(url = "/", description = "The gateway"))
public class BillingApplication {

	static void main(String[] args) {
		SpringApplication.run(BillingApplication.class, args);
	}

}
