package city.plaza.billing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Customers, bills, payments, imports and exports. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BillingApplication {

	static void main(String[] args) {
		SpringApplication.run(BillingApplication.class, args);
	}

}
